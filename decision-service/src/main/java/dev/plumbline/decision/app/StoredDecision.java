package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it enters the history, never to be changed. Digests are 64 hexadecimal digits.
 *
 * @param number 1 for an application's first, growing by one
 * @param outcome what {@code decision} shows, as canonical JSON (RFC 8785) in UTF-8
 * @param facts those that came in since the previous decision; folded from number 1 on they give the evidence
 */
public record StoredDecision(
        UUID applicationId,
        int number,
        Instant decidedAt,
        Trigger trigger,
        int rubricVersion,
        boolean withdrawn,
        boolean published,
        String inputDigest,
        String contentDigest,
        String chainDigest,
        Decision decision,
        byte[] outcome,
        List<Fact> facts) {

    /** The same as the history gives it back. */
    PastDecision past() {
        return new PastDecision(
                applicationId,
                number,
                decidedAt,
                trigger,
                rubricVersion,
                withdrawn,
                published,
                inputDigest,
                contentDigest,
                chainDigest,
                outcome);
    }

    /** The places of the gates in the rubric's order in the outcome, or null: see {@link PublishedHistory.Told}. */
    public byte @Nullable [] gateOrder() {
        return ShownDecision.gateOrder(decision);
    }
}
