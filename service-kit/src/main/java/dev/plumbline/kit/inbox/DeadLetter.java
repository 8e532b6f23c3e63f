package dev.plumbline.kit.inbox;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What operators are told of a record that was set aside: where it lies and why, and nothing of what it says. Ids and the
 * type are null where the record has none, or something else in their place.
 *
 * @param reason why it could not be used, the last time that it was tried
 * @param eventId the CloudEvent's id
 * @param eventType the CloudEvent's type
 * @param subject the record's key
 * @param receivedAt when it was set aside first
 * @param redrives how often it was given to its consumer once more
 * @param redrivenAt when that was last
 * @param redrivenBy who asked for it
 */
public record DeadLetter(
        UUID id,
        String topic,
        int partition,
        long offset,
        String reason,
        @Nullable UUID eventId,
        @Nullable String eventType,
        @Nullable UUID subject,
        Instant receivedAt,
        Status status,
        int redrives,
        @Nullable Instant redrivenAt,
        @Nullable String redrivenBy) {

    /** What has become of it. */
    @Schema(name = "DeadLetterStatus")
    public enum Status {
        /** It has not been used. */
        WAITING,
        /** Its consumer has taken it once more, and had nothing against it. */
        REDRIVEN
    }

    /**
     * Which are asked for; null for any.
     *
     * @param fromOffset the lowest, inclusive
     * @param toOffset the highest, inclusive
     */
    public record Filter(
            @Nullable Status status,
            @Nullable String topic,
            @Nullable Integer partition,
            @Nullable Long fromOffset,
            @Nullable Long toOffset) {}
}
