package dev.plumbline.e2e.faults;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ends where nothing has moved for three minutes: how long something takes that goes on is nobody's fault. */
final class Patience {
    private static final Duration STANDSTILL = Duration.ofMinutes(3);

    private Instant deadline = Instant.now().plus(STANDSTILL);
    private @Nullable Object last;

    /**
     * Whether it is over.
     *
     * @param state what differs from the last time where something has moved
     */
    boolean isOver(Object state) {
        if (!state.equals(last)) {
            last = state;
            deadline = Instant.now().plus(STANDSTILL);
        }
        return Instant.now().isAfter(deadline);
    }

    /** How long nothing has moved. */
    static long seconds() {
        return STANDSTILL.toSeconds();
    }
}
