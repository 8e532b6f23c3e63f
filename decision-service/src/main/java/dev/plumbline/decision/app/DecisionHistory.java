package dev.plumbline.decision.app;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every decision ever made. */
public interface DecisionHistory {

    /** Adds decisions, in their order. */
    void append(List<StoredDecision> decisions);

    /** The content digest of a decision. */
    Optional<String> contentDigest(UUID applicationId, int number);
}
