package dev.plumbline.decision.certificate;

import dev.plumbline.decision.domain.Fact;
import java.util.List;

/**
 * One decision of a certificate. Digests are 64 hexadecimal digits.
 *
 * @param number 1 for an application's first, growing by one
 * @param decidedAt an instant in RFC 3339
 * @param eventId of the event that led to it
 * @param eventType of the event that led to it
 * @param rubricDigest of the {@link CertifiedRubric} that decided
 * @param recordDigest SHA-256 over all else that the certificate says of this decision, and the application: so a
 *     change is found where it was made, also in what nothing is computed from
 * @param facts those that came in since the decision before; folded from number 1 on they are its evidence
 */
public record CertifiedDecision(
        int number,
        String decidedAt,
        String eventId,
        String eventType,
        String rubricDigest,
        int rubricVersion,
        boolean withdrawn,
        boolean published,
        String inputDigest,
        String contentDigest,
        String chainDigest,
        String recordDigest,
        List<Fact> facts) {

    public CertifiedDecision {
        facts = List.copyOf(facts);
    }

    /** The same with its record digest computed. */
    public CertifiedDecision recorded(String applicationId) {
        return new CertifiedDecision(
                number,
                decidedAt,
                eventId,
                eventType,
                rubricDigest,
                rubricVersion,
                withdrawn,
                published,
                inputDigest,
                contentDigest,
                chainDigest,
                CertificateJson.recordDigest(applicationId, this),
                facts);
    }
}
