package dev.plumbline.decision.app;

import java.time.Instant;
import java.util.UUID;

/** Who has been shown which decision with its explanation: the proof that a person looked before rejecting somebody. */
public interface SeenExplanations {

    /** Notes that a person has been shown a decision; the first time counts. */
    void note(UUID applicationId, int number, String person, Instant at);

    /** Whether this person has been shown this decision. */
    boolean has(UUID applicationId, int number, String person);
}
