package dev.plumbline.kit.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The published events of a topic, written to it once more.
 *
 * @param published how many of them the broker has
 * @param finishedAt null while some are left
 */
public record Republication(
        UUID id,
        String topic,
        long published,
        Instant requestedAt,
        @Nullable Instant finishedAt) {}
