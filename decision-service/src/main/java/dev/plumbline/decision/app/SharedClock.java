package dev.plumbline.decision.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The time by which decisions are made, and deliveries are due and claimed: one for all instances, the database's. What an
 * instance writes whose own clock is days ahead would otherwise be due for the others only in days, and with it all that
 * stands behind it; and what one decides whose clock is behind would seem to have been before a webhook that waits for it.
 *
 * <p>The instance's own clock goes on; how far it is off is measured now and then, and at once where it was set meanwhile.
 * Less than a second is not told from the way to the database and back.
 */
@ApplicationScoped
public class SharedClock implements InstantSource {
    private static final Logger LOG = Logger.getLogger(SharedClock.class);
    private static final Duration TELLING = Duration.ofSeconds(1);
    private static final Duration MEASURED_EVERY = Duration.ofSeconds(10);

    private final Clock clock;
    private final DatabaseTime database;
    private final Clock system;
    private final LongSupplier nanos;
    private final ReentrantLock measuring = new ReentrantLock();
    private volatile @Nullable Measured measured;

    @Inject
    SharedClock(Clock clock, DatabaseTime database) {
        this(clock, database, Clock.systemUTC(), System::nanoTime);
    }

    /**
     * One as the database has it.
     *
     * @param system what the database's time is held against
     * @param nanos passes as {@link System#nanoTime}, whatever the system's clock is set to
     */
    SharedClock(Clock clock, DatabaseTime database, Clock system, LongSupplier nanos) {
        this.clock = clock;
        this.database = database;
        this.system = system;
        this.nanos = nanos;
    }

    /**
     * How far the system's clock was behind the database's.
     *
     * @param system what it said then
     * @param at then, in nanoseconds from anywhere
     */
    private record Measured(Duration behind, Instant system, long at) {
        /** The same as it is by now, where the clock was left alone. */
        Measured goneOn(long now) {
            return new Measured(behind, system.plusNanos(now - at), now);
        }
    }

    /** The time now, as the database has it. */
    @Override
    public Instant instant() {
        // First: to measure it takes time, too.
        Duration behind = behind();
        return clock.instant().plus(behind);
    }

    private Duration behind() {
        Measured known = measured;
        if (known == null || hasStepped(known)) {
            // Each for itself: who waited for another's answer might hold the connection that the other one waits for.
            return found(measure(null));
        }
        if (isFresh(known) || !measuring.tryLock()) {
            // Where somebody else measures already, what is known is not wrong.
            return known.behind();
        }
        try {
            return found(renewed(known));
        } finally {
            measuring.unlock();
        }
    }

    private Duration found(Measured now) {
        measured = now;
        return now.behind();
    }

    private Measured renewed(Measured known) {
        try {
            return measure(known);
        } catch (RuntimeException e) {
            // Who asks for the time has to do with a database that answers slowly or not at all: it is not for the time
            // to fail. The next try is when it would be if this one had come to something.
            LOG.debugf(e, "The database's time cannot be asked now");
            return known.goneOn(nanos.getAsLong());
        }
    }

    private boolean isFresh(Measured known) {
        return nanos.getAsLong() - known.at() < MEASURED_EVERY.toNanos();
    }

    /** Whether the system's clock was set since: what it says is not what it would by the time that has passed. */
    private boolean hasStepped(Measured known) {
        Duration apart = Duration.between(known.goneOn(nanos.getAsLong()).system(), system.instant());
        return apart.abs().compareTo(TELLING) > 0;
    }

    /** @param known what goes on where the answer does not say anything else; null where nothing is known */
    private Measured measure(@Nullable Measured known) {
        long begun = nanos.getAsLong();
        Instant asked = system.instant();
        Instant answer = database.now();
        // Not by the system's clock, which may be set meanwhile.
        Duration half = Duration.ofNanos(nanos.getAsLong() - begun).dividedBy(2);
        Duration behind = Duration.between(asked.plus(half), answer);
        Duration expected = known == null ? Duration.ZERO : known.behind();
        // The answer was given at some moment of the way there and back.
        Duration unsure = half.compareTo(TELLING) > 0 ? half : TELLING;
        boolean isAsExpected = behind.minus(expected).abs().compareTo(unsure) <= 0;
        return new Measured(isAsExpected ? expected : behind, asked, begun);
    }
}
