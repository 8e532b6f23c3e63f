package dev.plumbline.interview.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When an interview takes place.
 *
 * @param startsAt the instant it begins
 * @param duration how long it takes, more than zero
 * @param zone the zone whose wall clock its people read, a region such as {@code America/New_York}
 */
public record Schedule(Instant startsAt, Duration duration, ZoneId zone) {
    public Schedule {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("An interview takes longer than " + duration);
        }
    }
}
