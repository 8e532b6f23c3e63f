package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Fact;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every decision ever made. */
public interface DecisionHistory {

    /** Adds decisions, in their order. */
    void append(List<MadeDecision> decisions);

    /** One decision. */
    Optional<PastDecision> find(UUID applicationId, int number);

    /** An application's decisions after this number, by number. */
    List<PastDecision> after(UUID applicationId, int number, int most);

    /**
     * What came in of an application's lifecycle with a decision.
     *
     * @param number the decision's
     */
    record LifecycleShare(int number, List<Fact> facts) {}

    /** What of the facts of decisions up to this number is of the application's lifecycle, by number. */
    List<LifecycleShare> lifecycleUntil(UUID applicationId, int number);

    /** The facts that a decision was made of: those that came in with it and with all before it, merged or not. */
    List<Fact> factsUntil(UUID applicationId, int number);
}
