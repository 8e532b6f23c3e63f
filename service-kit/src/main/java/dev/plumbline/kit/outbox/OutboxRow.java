package dev.plumbline.kit.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A Kafka record to be published, its bytes fixed.
 *
 * @param topic the topic
 * @param key the record's key
 * @param headers the record's headers, encoded
 * @param payload the record's value
 */
public record OutboxRow(String topic, byte @Nullable [] key, String headers, byte @Nullable [] payload) {}
