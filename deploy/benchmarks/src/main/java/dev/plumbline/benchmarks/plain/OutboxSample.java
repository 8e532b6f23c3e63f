package dev.plumbline.benchmarks.plain;

import java.util.List;

/**
 * A row of the outbox as it was before the relay published it.
 *
 * @param key the record's key
 * @param headers as the outbox keeps them, JSON
 * @param payload the event's data
 */
public record OutboxSample(String topic, byte[] key, String headers, byte[] payload) {

    /** The columns that the service fills; the others have their defaults. */
    static final List<String> COLUMNS = List.of("topic", "record_key", "headers", "payload");

    /** The value of one of these columns. */
    Object value(String column) {
        return switch (column) {
            case "topic" -> topic;
            case "record_key" -> key;
            case "headers" -> headers;
            case "payload" -> payload;
            default -> throw new IllegalArgumentException("No column that an event fills: " + column);
        };
    }
}
