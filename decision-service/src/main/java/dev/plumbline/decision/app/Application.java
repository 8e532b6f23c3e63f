package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.Facts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as this service keeps it.
 *
 * @param facts all that is known about it, merged; those read from the row have {@link #UNCOMPUTED} digests
 * @param undecided facts that came after the latest decision and are not in the history yet: their rubric is not known,
 *     or they changed nothing so far; the newest of each identity
 * @param waiting whether it waits for the rubric it is to be decided under
 * @param standing null before the first decision
 * @param verdict null before the first verdict
 */
public record Application(
        UUID id,
        Facts facts,
        List<Fact> undecided,
        boolean waiting,
        @Nullable Standing standing,
        @Nullable VerdictMark verdict) {

    /** Stands for the content digest of a fact that was read from its row, where nobody has asked for it yet. */
    public static final String UNCOMPUTED = "0".repeat(64);

    public Application {
        undecided = List.copyOf(undecided);
    }

    /** One that nothing is known about. */
    public static Application unknown(UUID id) {
        return new Application(id, Facts.NONE, List.of(), false, null, null);
    }
}
