package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.json.CanonicalJson;
import dev.plumbline.decision.json.Digests;

/**
 * What an application's facts come to, before it is known whether that is news.
 *
 * @param inputDigest of what it was made of, 64 hexadecimal digits
 * @param outcome what it shows, as canonical JSON in UTF-8
 * @param publication the digest of {@code outcome}: the same as {@link Digests#publication}, over bytes that are there
 */
record DecisionDraft(
        Decision decision,
        int rubricVersion,
        boolean withdrawn,
        String inputDigest,
        byte[] outcome,
        String publication) {

    static DecisionDraft of(Decision decision, int rubricVersion, boolean withdrawn, String inputDigest) {
        byte[] outcome = CanonicalJson.content(decision, rubricVersion, withdrawn, null);
        return new DecisionDraft(decision, rubricVersion, withdrawn, inputDigest, outcome, Sha256.hex(outcome));
    }

    /** Whether an application that stands so has this decision already. */
    boolean isThatOf(Standing standing) {
        return inputDigest.equals(standing.inputDigest()) && publication.equals(standing.publication());
    }

    String contentDigest() {
        return Digests.content(decision, rubricVersion, withdrawn, inputDigest);
    }
}
