package dev.plumbline.decision.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What an application's decisions up to one of them were made of, and what they came to. It says what is stated:
 * whether that holds, {@link CertificateCheck} tells.
 *
 * @param number of the decision that is certified, 1 or more: the last of {@code decisions}
 * @param rubrics every rubric that decided, each once, sorted by job, version and digest
 * @param decisions from number 1 on, without a gap
 * @param outcome of the certified decision: the tree of {@link dev.plumbline.decision.json.CanonicalJson#content}
 *     without an input digest
 */
public record Certificate(
        String applicationId,
        int number,
        List<CertifiedRubric> rubrics,
        List<CertifiedDecision> decisions,
        JsonNode outcome) {

    /** The format of these certificates: a change that a reader has to know of has another. */
    public static final String FORMAT = "plumbline-decision-certificate-1";

    public Certificate {
        rubrics = List.copyOf(rubrics);
        decisions = List.copyOf(decisions);
    }
}
