package dev.plumbline.decision.app.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The time by which deliveries are due and claimed: one for all instances, the database's. What an instance writes whose own
 * clock is days ahead would otherwise be due for the others only in days, and with it all that stands behind it.
 *
 * <p>The instance's own clock goes on; how far it is off is measured now and then. Less than a second is not told from the
 * way to the database and back.
 */
@ApplicationScoped
class SharedClock {
    private static final Duration TELLING = Duration.ofSeconds(1);
    private static final Duration MEASURED_EVERY = Duration.ofSeconds(10);

    private final Clock clock;
    private final DatabaseTime database;
    private final Clock system;
    private final ReentrantLock measuring = new ReentrantLock();
    private volatile @Nullable Measured measured;

    @Inject
    SharedClock(Clock clock, DatabaseTime database) {
        this(clock, database, Clock.systemUTC());
    }

    /** @param system what the database's time is held against */
    SharedClock(Clock clock, DatabaseTime database, Clock system) {
        this.clock = clock;
        this.database = database;
        this.system = system;
    }

    private record Measured(Duration behind, long at) {
        boolean isFresh() {
            return System.nanoTime() - at < MEASURED_EVERY.toNanos();
        }
    }

    /** The time now, as the database has it. */
    Instant instant() {
        // First: to measure it takes time, too.
        Duration behind = behind();
        return clock.instant().plus(behind);
    }

    private Duration behind() {
        Measured known = measured;
        if (known != null && (known.isFresh() || !measuring.tryLock())) {
            return known.behind();
        }
        if (known == null) {
            measuring.lock();
        }
        try {
            Measured now = measured;
            if (now == null || !now.isFresh()) {
                now = measure();
                measured = now;
            }
            return now.behind();
        } finally {
            measuring.unlock();
        }
    }

    private Measured measure() {
        Instant asked = system.instant();
        Instant answer = database.now();
        Duration took = Duration.between(asked, system.instant());
        Duration behind = Duration.between(asked.plus(took.dividedBy(2)), answer);
        boolean tells = behind.abs().compareTo(TELLING) > 0 && behind.abs().compareTo(took) > 0;
        return new Measured(tells ? behind : Duration.ZERO, System.nanoTime());
    }
}
