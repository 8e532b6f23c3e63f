package dev.plumbline.kit.operations;

import dev.plumbline.kit.inbox.DeadLetter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that was set aside, without what it says.
 *
 * @param topic where it lies, with {@code partition} and {@code offset}
 * @param reason why it could not be used, the last time that it was tried
 * @param eventId the CloudEvent's id; null where the record has none that is a UUID
 * @param eventType the CloudEvent's type; null where the record has none
 * @param subject the record's key; null where that is no UUID
 * @param receivedAt when it was set aside
 * @param redrives how often it was given to its consumer once more
 * @param redrivenAt when that was last
 * @param redrivenBy who asked for it
 */
record DeadLetterResponse(
        UUID id,
        String topic,
        int partition,
        long offset,
        String reason,
        @Nullable UUID eventId,
        @Nullable String eventType,
        @Nullable UUID subject,
        Instant receivedAt,
        DeadLetter.Status status,
        int redrives,
        @Nullable Instant redrivenAt,
        @Nullable String redrivenBy) {

    static DeadLetterResponse of(DeadLetter letter) {
        return new DeadLetterResponse(
                letter.id(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.reason(),
                letter.eventId(),
                letter.eventType(),
                letter.subject(),
                letter.receivedAt(),
                letter.status(),
                letter.redrives(),
                letter.redrivenAt(),
                letter.redrivenBy());
    }
}
