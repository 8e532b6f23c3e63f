package dev.plumbline.decision.app;

import dev.plumbline.decision.certificate.Derived;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Lifecycle;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision as the history holds it. Digests are 64 hexadecimal digits.
 *
 * @param published whether it was published: its outcome differs from that of the last published one before it
 * @param outcome what it shows, as canonical JSON in UTF-8
 */
public record PastDecision(
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
        byte[] outcome) {

    /** Whether it is what these facts come to under a rubric; two rubrics of which it is do not differ in what it states. */
    public boolean isMadeOf(Facts facts, Lifecycle lifecycle, CompiledRubric rubric) {
        return Derived.of(facts, lifecycle, rubric, rubricVersion)
                .contentDigest()
                .equals(contentDigest);
    }

    /** Whether its outcome is that of which its content digest was taken. */
    boolean hasItsContent() {
        try {
            return DecisionDraft.contentDigest(outcome, inputDigest).equals(contentDigest);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
