package dev.plumbline.e2e.upgrade;

import dev.plumbline.local.platform.Service;
import java.time.Duration;

/**
 * A service that was replaced.
 *
 * @param migrations that the new one has brought
 * @param beside how long both ran, both times together
 * @param oldCalls that went to the old one while both ran
 * @param newCalls that went to the new one since it was ready
 * @param peoplesTurns that were done meanwhile
 * @param unanswered calls of people that got no answer
 * @param ending from SIGTERM until the old one was gone, the longer of the two times
 */
public record Replaced(
        Service service,
        long migrations,
        Duration beside,
        long oldCalls,
        long newCalls,
        long peoplesTurns,
        long unanswered,
        Duration ending) {
    @Override
    public String toString() {
        return "%-18s %d migrations; both for %.1f s: %d calls to the old, %d to the new; %d turns, %d unanswered; gone %.1f s after SIGTERM"
                .formatted(
                        service.title(),
                        migrations,
                        seconds(beside),
                        oldCalls,
                        newCalls,
                        peoplesTurns,
                        unanswered,
                        seconds(ending));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
