package dev.plumbline.kit.outbox;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The published events of a topic, written to it once more.
 *
 * @param published how many of them the broker has
 * @param finishedAt when it ended; null while some are left
 * @param cancelledBy who ended it before its time; null where nobody did
 * @param failure why it could not go on when it was last tried; null where it could
 * @param nextTryAt until when it is left alone after a failure
 * @param keptSince when the oldest event of the topic that is kept was written; what was published before is not written
 *     again. Null where none is kept
 */
public record Republication(
        UUID id,
        String topic,
        Status status,
        long published,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable String cancelledBy,
        @Nullable String failure,
        @Nullable Instant nextTryAt,
        @Nullable Instant keptSince) {
    /** How far it has come. */
    @Schema(name = "RepublicationStatus")
    public enum Status {
        /** It is written, or waits for its next try. */
        RUNNING,
        /** All is written. */
        FINISHED,
        /** Somebody ended it before. */
        CANCELLED
    }
}
