package dev.plumbline.decision.http;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** When an attempt is over, whatever it is doing. */
record Deadline(long nanoTime) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /**
     * How long it is until then: 1 or more.
     *
     * @throws TimeoutException where it is over
     */
    long millisLeft() throws TimeoutException {
        long left = (nanoTime - System.nanoTime()) / 1_000_000;
        if (left < 1) {
            throw new TimeoutException();
        }
        return left;
    }
}
