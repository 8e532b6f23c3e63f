package dev.plumbline.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent that came in, its envelope checked.
 *
 * @param id the CloudEvent's id
 * @param source who published it
 * @param type what kind of event it is
 * @param subject what it is about: the record's key
 * @param time when it happened; null where the publisher did not say
 * @param traceparent the step of a trace that it belongs to, for whatever comes of it; null where it came with none
 * @param data the JSON object, decimals exact
 * @param record the Kafka record, for dead-lettering
 */
public record InboundEvent(
        String id,
        String source,
        String type,
        String subject,
        @Nullable Instant time,
        @Nullable String traceparent,
        JsonNode data,
        ConsumerRecord<String, byte[]> record) {

    /** The same as part of another step. */
    InboundEvent within(@Nullable String step) {
        return new InboundEvent(id, source, type, subject, time, step, data, record);
    }
}
