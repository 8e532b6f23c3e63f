package dev.plumbline.job.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Tells the time as it can be stored, so that what is answered first is what is read later. */
@ApplicationScoped
class Timestamps {
    private final Clock clock;

    Timestamps(Clock clock) {
        this.clock = clock;
    }

    /** Now, in whole microseconds: PostgreSQL keeps no more. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
