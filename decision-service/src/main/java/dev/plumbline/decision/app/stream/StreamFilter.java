package dev.plumbline.decision.app.stream;

import dev.plumbline.decision.events.DecisionChanged;
import dev.plumbline.decision.events.VerdictRecorded;
import dev.plumbline.decision.events.VerdictStale;
import dev.plumbline.decision.events.WaiverChanged;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events a reader wants: those that meet all of it.
 *
 * @param job those about its applications; null for all
 * @param application those about it; null for all
 * @param types any of these; empty for all
 */
public record StreamFilter(@Nullable UUID job, @Nullable UUID application, Set<String> types) {
    /** The types of events on the topic. */
    public static final List<String> TYPES =
            List.of(DecisionChanged.TYPE, WaiverChanged.TYPE, VerdictRecorded.TYPE, VerdictStale.TYPE);

    /** Everything. */
    public static final StreamFilter ALL = new StreamFilter(null, null, Set.of());

    public StreamFilter {
        types = Set.copyOf(types);
    }
}
