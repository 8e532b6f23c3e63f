package dev.plumbline.decision.domain.webhook;

import java.time.Duration;

/** What to do with a delivery after an attempt. */
public sealed interface NextStep {
    /** Nothing: the receiver has it. */
    record Done() implements NextStep {}

    /**
     * Try again.
     *
     * @param in how long after the attempt
     */
    record TryAgain(Duration in) implements NextStep {}

    /** Nothing any more: that was the last attempt. */
    record GiveUp() implements NextStep {}
}
