package dev.plumbline.decision;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the application under test: the real one, moved on by as much as a test says, so that none has to wait. */
@Alternative
@Priority(1)
@Singleton
class MovableClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    /** Moves it on. */
    synchronized void advance(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Sets it right again. */
    void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nothing here asks for another zone");
    }
}
