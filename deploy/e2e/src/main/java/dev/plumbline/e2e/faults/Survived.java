package dev.plumbline.e2e.faults;

import java.time.Duration;
import java.util.List;

/**
 * A fault and what came of it.
 *
 * @param flight what was on its way when it struck
 * @param lasted from its begin until it was lifted
 * @param recovered from then until everything accepted was decided and published
 * @param scores acknowledged from before it until after it
 * @param unanswered calls in that time that got no answer which says whether the score was stored
 * @param findings what has to hold, looked at afterwards
 */
public record Survived(
        String fault,
        Flight flight,
        Duration lasted,
        Duration recovered,
        long scores,
        long unanswered,
        List<Finding> findings) {
    /** Keeps its own copy. */
    public Survived {
        findings = List.copyOf(findings);
    }

    /** Whether work was on its way, and everything holds. */
    public boolean isWhole() {
        return flight.isAny() && findings.stream().allMatch(Finding::holds);
    }
}
