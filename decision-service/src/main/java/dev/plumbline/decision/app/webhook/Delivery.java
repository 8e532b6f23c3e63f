package dev.plumbline.decision.app.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event for a webhook, and what became of it: an entry of the delivery log.
 *
 * @param reason the outcome of the latest attempt that was no success; null where there was none
 * @param nextAttemptAt null where it is finished, is being attempted, or waits for an earlier one of its application
 * @param log every attempt that is known of, by number
 */
public record Delivery(
        UUID id,
        String eventId,
        String eventType,
        Instant eventTime,
        UUID applicationId,
        Status status,
        @Nullable String reason,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant finishedAt,
        List<Attempt> log) {

    /** Where a delivery stands. */
    public enum Status {
        /**
         * It is attempted now, will be again, or waits: for an earlier one of its application, or for its owner to give the
         * application a rating that they owe.
         */
        PENDING,
        /** The receiver has it. */
        DELIVERED,
        /** The last attempt failed; only a redelivery sends it again. */
        EXHAUSTED
    }

    /**
     * One attempt.
     *
     * @param number 1 for the first there ever was; goes on counting after a redelivery
     * @param outcome null while it is under way, and for ever where the instance that made it died
     * @param durationMillis null like the outcome
     */
    public record Attempt(
            int number,
            Instant startedAt,
            @Nullable String outcome,
            @Nullable Integer durationMillis) {}

    /** The same with its attempts. */
    public Delivery with(List<Attempt> attempts) {
        return new Delivery(
                id, eventId, eventType, eventTime, applicationId, status, reason, nextAttemptAt, finishedAt, attempts);
    }
}
