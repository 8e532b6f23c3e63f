package dev.plumbline.assessment.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One candidate's sitting of one published version of a test. Until it is begun, {@code expiresAt} is the last moment to
 * begin; from then on it is when the working time is over.
 *
 * @param timeFactor stretches the working time, for accommodations; 1 or more
 * @param generation which secret is the valid one; a new secret is a new generation
 */
public record Session(
        UUID id,
        UUID applicationId,
        TestReference test,
        BigDecimal timeFactor,
        State state,
        int generation,
        Instant invitedAt,
        @Nullable Instant startedAt,
        Instant expiresAt,
        @Nullable Instant endedAt) {

    /** Where a session stands. */
    public enum State {
        INVITED,
        STARTED,
        SUBMITTED,
        /** Time ran out; scored as it stood. */
        EXPIRED,
        /** Called off; never scored. */
        CANCELLED
    }

    /** Neither submitted nor expired nor cancelled, though its time may be over. */
    public boolean isOpen() {
        return switch (state) {
            case INVITED, STARTED -> true;
            case SUBMITTED, EXPIRED, CANCELLED -> false;
        };
    }

    /** Whether it has been scored. */
    public boolean isScored() {
        return switch (state) {
            case SUBMITTED, EXPIRED -> true;
            case INVITED, STARTED, CANCELLED -> false;
        };
    }

    /** Open, with its time over: to be expired before anything else happens to it. */
    public boolean isOverdue(Instant now) {
        return isOpen() && !now.isBefore(expiresAt);
    }

    /** The candidate's first look starts the clock; a later one changes nothing. */
    public Session begun(Instant now, int durationMinutes) {
        if (state != State.INVITED) {
            return this;
        }
        long seconds = timeFactor
                .multiply(BigDecimal.valueOf(Duration.ofMinutes(durationMinutes).toSeconds()))
                .longValue();
        return with(State.STARTED, generation, now, now.plusSeconds(seconds), null);
    }

    public Session extended(Duration by) {
        return with(state, generation, startedAt, expiresAt.plus(by), endedAt);
    }

    public Session withNewSecret() {
        return with(state, generation + 1, startedAt, expiresAt, endedAt);
    }

    public Session ended(State how, Instant now) {
        return with(how, generation, startedAt, expiresAt, now);
    }

    private Session with(
            State newState, int newGeneration, @Nullable Instant start, Instant expiry, @Nullable Instant end) {
        return new Session(id, applicationId, test, timeFactor, newState, newGeneration, invitedAt, start, expiry, end);
    }
}
