package dev.plumbline.decision.app.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.app.Applications;
import dev.plumbline.decision.app.DecisionError;
import dev.plumbline.decision.app.Rubrics;
import dev.plumbline.decision.app.certificate.DecisionInputs.Made;
import dev.plumbline.decision.app.certificate.DecisionInputs.Size;
import dev.plumbline.decision.certificate.Certificate;
import dev.plumbline.decision.certificate.CertificateCheck;
import dev.plumbline.decision.certificate.CertificateJson;
import dev.plumbline.decision.certificate.Discrepancy;
import dev.plumbline.decision.json.ExactJson;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Certifies a decision: everything that it and those before it were made of, signed. Before anything is signed it is all
 * recomputed: what does not hold is not certified.
 */
@ApplicationScoped
public class IssueCertificate {
    private static final Logger LOG = Logger.getLogger(IssueCertificate.class);
    private static final int MOST_NAMED = 10;

    private final Applications applications;
    private final DecisionInputs inputs;
    private final Rubrics rubrics;
    private final DecisionKeys keys;

    IssueCertificate(Applications applications, DecisionInputs inputs, Rubrics rubrics, DecisionKeys keys) {
        this.applications = applications;
        this.inputs = inputs;
        this.rubrics = rubrics;
        this.keys = keys;
    }

    /**
     * The certificate of a decision: the same bytes each time, as long as the key is the same.
     *
     * @throws ProblemException 404 where there is no such decision; 409 where the application is not known yet, what is
     *     stored does not give the decision again, or it would be longer than who verifies it takes; 503 where no key is configured
     */
    public byte[] of(UUID applicationId, int number) {
        boolean isKnown = applications
                .find(applicationId)
                .filter(application -> application.facts().lifecycle().isPresent())
                .isPresent();
        if (!isKnown) {
            throw new ProblemException(new DecisionError.ApplicationNotYetKnown());
        }
        Size size = inputs.size(applicationId, number);
        if (number < 1 || size.last() != number) {
            throw new ProblemException(new KitError.NotFound("decision", String.valueOf(number)));
        }
        // Before any of it is read: what is too long would take many times its length while it is made.
        requireTakenByVerifiers(size.leastBytes());
        DecisionKeys.Signer signer =
                keys.signer().orElseThrow(() -> new ProblemException(new DecisionError.SigningKeyMissing()));
        byte[] signed = CertificateJson.bytes(certify(applicationId, inputs.until(applicationId, number)));
        byte[] file = CertificateJson.file(signed, signer.key().id(), signer.sign(signed));
        requireTakenByVerifiers(file.length);
        return file;
    }

    /** @throws ProblemException 409 where a file of so many bytes is longer than who verifies it takes */
    static void requireTakenByVerifiers(long bytes) {
        if (bytes > CertificateJson.MOST_BYTES) {
            throw new ProblemException(new DecisionError.CertificateTooLarge(bytes, CertificateJson.MOST_BYTES));
        }
    }

    private Certificate certify(UUID applicationId, List<Made> made) {
        CertifiedHistory history = new CertifiedHistory(applicationId, rubrics);
        made.forEach(history::add);
        Certificate certificate = history.upTo(outcome(made.getLast()));
        List<Discrepancy> found = CertificateCheck.of(certificate);
        if (!found.isEmpty()) {
            LOG.errorf(
                    "Application %s: what is stored does not give decision %d again, see %s",
                    applicationId,
                    certificate.number(),
                    found.stream().limit(MOST_NAMED).map(Discrepancy::pointer).toList());
            throw new ProblemException(new DecisionError.NotRecomputable(certificate.number()));
        }
        return certificate;
    }

    private static JsonNode outcome(Made made) {
        try {
            return ExactJson.parse(made.decision().outcome());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored outcome is no JSON", e);
        }
    }
}
