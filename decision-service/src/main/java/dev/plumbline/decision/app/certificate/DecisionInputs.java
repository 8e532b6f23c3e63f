package dev.plumbline.decision.app.certificate;

import dev.plumbline.decision.app.PastDecision;
import dev.plumbline.decision.certificate.CertificateJson;
import dev.plumbline.decision.domain.Fact;
import java.util.List;
import java.util.UUID;

/** What stored decisions were made of. */
public interface DecisionInputs {

    /**
     * A stored decision with its share of the evidence.
     *
     * @param facts those that came in since the decision before
     */
    record Made(PastDecision decision, List<Fact> facts) {}

    /**
     * How much there is to an application's decisions up to one.
     *
     * @param decisions how many there are
     * @param last the number of the last one; 0 where there is none
     * @param factBytes what their facts take as they are stored, which is shorter than in any certificate
     */
    record Size(long decisions, int last, long factBytes) {
        /** What a certificate of them takes at the least, in bytes. */
        public long leastBytes() {
            return decisions * CertificateJson.LEAST_BYTES_OF_DECISION + factBytes;
        }
    }

    /** How much there is to the decisions from number 1 up to this one, without reading any. */
    Size size(UUID applicationId, int number);

    /** An application's decisions from number 1 up to this one, in their order. */
    List<Made> until(UUID applicationId, int number);
}
