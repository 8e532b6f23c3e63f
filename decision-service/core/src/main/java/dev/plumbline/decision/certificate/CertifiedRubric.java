package dev.plumbline.decision.certificate;

import dev.plumbline.decision.domain.Rubric;
import java.util.Comparator;

/**
 * A rubric version as it was published.
 *
 * @param digest SHA-256 over all the rest, 64 hexadecimal digits: decisions name their rubric by it, because one version
 *     may have been published with two contents, of which one had to give way
 */
public record CertifiedRubric(String jobId, int version, String digest, Rubric rubric) {

    /** The order in a certificate. */
    public static final Comparator<CertifiedRubric> ORDER = Comparator.comparing(CertifiedRubric::jobId)
            .thenComparing(CertifiedRubric::version)
            .thenComparing(CertifiedRubric::digest);

    /** A rubric version with its digest computed. */
    public static CertifiedRubric of(String jobId, int version, Rubric rubric) {
        return new CertifiedRubric(jobId, version, CertificateJson.rubricDigest(jobId, version, rubric), rubric);
    }
}
