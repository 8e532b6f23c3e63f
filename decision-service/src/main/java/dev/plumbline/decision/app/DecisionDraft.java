package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.json.CanonicalJson;
import dev.plumbline.decision.json.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

    private static final byte[] BEHIND_THE_INPUT_DIGEST = ",\"nodes\":".getBytes(StandardCharsets.US_ASCII);

    static DecisionDraft of(Decision decision, int rubricVersion, boolean withdrawn, String inputDigest) {
        byte[] outcome = CanonicalJson.content(decision, rubricVersion, withdrawn, null);
        return new DecisionDraft(decision, rubricVersion, withdrawn, inputDigest, outcome, Sha256.hex(outcome));
    }

    /** What these facts come to under a rubric version. */
    static DecisionDraft of(Facts facts, RubricVersion rubric, boolean withdrawn) {
        Evidence evidence =
                facts.evidence(rubric.rubric().rubric().ratingScale()).evidence();
        return of(
                rubric.rubric().decide(evidence),
                rubric.version(),
                withdrawn,
                Digests.input(evidence, rubric.version(), withdrawn));
    }

    /** Whether an application that stands so has this decision already. */
    boolean isThatOf(Standing standing) {
        return inputDigest.equals(standing.inputDigest()) && publication.equals(standing.publication());
    }

    /**
     * The same as {@link Digests#content}, over bytes that are there: of its canonical JSON {@code outcome} lacks the input
     * digest alone, which is put in where its name sorts. Names and texts cannot be taken for that place: quotes in them
     * are escaped.
     */
    String contentDigest() {
        return contentDigest(outcome, inputDigest);
    }

    /**
     * As above, of any outcome.
     *
     * @throws IllegalStateException where that is no decision's in canonical JSON
     */
    static String contentDigest(byte[] outcome, String inputDigest) {
        int place = place(outcome);
        byte[] member = (",\"inputDigest\":\"" + inputDigest + "\"").getBytes(StandardCharsets.US_ASCII);
        return Sha256.hex(
                ByteBuffer.wrap(outcome, 0, place),
                ByteBuffer.wrap(member),
                ByteBuffer.wrap(outcome, place, outcome.length - place));
    }

    private static int place(byte[] outcome) {
        byte[] sought = BEHIND_THE_INPUT_DIGEST;
        for (int at = 0; at + sought.length <= outcome.length; at++) {
            if (outcome[at] == ',' && Arrays.equals(outcome, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        throw new IllegalStateException("a canonical decision has nodes");
    }
}
