package dev.plumbline.decision.app.certificate;

import dev.plumbline.decision.app.PastDecision;
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

    /** An application's decisions from number 1 up to this one, in their order. */
    List<Made> until(UUID applicationId, int number);
}
