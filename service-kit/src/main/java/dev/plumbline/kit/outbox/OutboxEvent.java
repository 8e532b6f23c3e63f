package dev.plumbline.kit.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event to be published.
 *
 * @param topic the Kafka topic
 * @param key the record's key and the CloudEvent's {@code subject}
 * @param type the CloudEvent's {@code type}
 * @param data written as JSON, the record's value; a {@code byte[]} is taken as JSON already
 * @param id the CloudEvent's {@code id}; null for a new one
 * @param time when it happened; null for now
 * @param traceparent the step of a trace that it comes of; null for the current one
 */
public record OutboxEvent(
        String topic,
        String key,
        String type,
        Object data,
        @Nullable UUID id,
        @Nullable Instant time,
        @Nullable String traceparent) {

    /** An event that happens now. */
    public OutboxEvent(String topic, String key, String type, Object data) {
        this(topic, key, type, data, null, null);
    }

    /** An event that comes of the current step. */
    public OutboxEvent(String topic, String key, String type, Object data, @Nullable UUID id, @Nullable Instant time) {
        this(topic, key, type, data, id, time, null);
    }

    /** The same event with this id, part of this trace. */
    public OutboxEvent as(UUID itsId, String itsTraceparent) {
        return new OutboxEvent(topic, key, type, data, itsId, time, itsTraceparent);
    }
}
