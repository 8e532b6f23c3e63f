package dev.plumbline.decision.app;

import java.util.Map;
import java.util.UUID;

/** The decisions in the history that applications say they stand at, many at a time. */
public interface StandingDecisions {
    /**
     * By application the decision of the number that is given for it; none where the history has none.
     *
     * @param numbers by application
     */
    Map<UUID, PastDecision> of(Map<UUID, Integer> numbers);
}
