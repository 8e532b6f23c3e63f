package dev.plumbline.decision.certificate;

import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.json.CanonicalJson;
import dev.plumbline.decision.json.Digests;

/**
 * What facts come to under a rubric: all that a decision states and that follows from its inputs alone.
 *
 * @param outcome {@link CanonicalJson#content} without an input digest
 * @param publication the digest of {@code outcome}
 */
public record Derived(String inputDigest, String contentDigest, String publication, byte[] outcome) {

    /** Decides once more. */
    public static Derived of(Facts facts, Lifecycle lifecycle, CompiledRubric rubric, int version) {
        boolean withdrawn = lifecycle.isWithdrawn();
        Evidence evidence = facts.evidence(rubric.rubric().ratingScale()).evidence();
        Decision decision = rubric.decide(evidence);
        String input = Digests.input(evidence, version, withdrawn);
        return new Derived(
                input,
                Digests.content(decision, version, withdrawn, input),
                Digests.publication(decision, version, withdrawn),
                CanonicalJson.content(decision, version, withdrawn, null));
    }
}
