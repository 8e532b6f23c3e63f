package dev.plumbline.interview.app;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as they can be stored: PostgreSQL keeps microseconds, so that a first answer and a later one say the same. */
final class Timestamps {
    private Timestamps() {}

    /** The present, to the microsecond. */
    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
