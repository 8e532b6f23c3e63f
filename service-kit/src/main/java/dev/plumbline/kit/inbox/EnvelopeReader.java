package dev.plumbline.kit.inbox;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.plumbline.kit.topics.TopicsSettings;
import dev.plumbline.kit.tracing.Traceparent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads the envelope: CloudEvents 1.0, Kafka protocol binding, binary content mode, JSON data. */
@ApplicationScoped
public class EnvelopeReader {
    private static final int LONGEST_ATTRIBUTE = 500;

    private final ObjectReader json;
    private final Map<String, String> sources;

    EnvelopeReader(ObjectMapper mapper, TopicsSettings settings) {
        this.json = mapper.readerFor(JsonNode.class).with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
        this.sources = settings.sources();
    }

    /** The CloudEvent's {@code type}, without a look at anything else; null where the record has none. */
    public static @Nullable String typeOf(ConsumerRecord<String, byte[]> record) {
        return header(record, "ce_type");
    }

    /** Whether it has any attribute of an event: without one it is none, for whatever version of whatever consumer. */
    static boolean isEvent(ConsumerRecord<String, byte[]> record) {
        for (Header header : record.headers()) {
            if (header.key().startsWith("ce_")) {
                return true;
            }
        }
        return false;
    }

    /**
     * The event that a record holds.
     *
     * @throws RejectedEvent where the record is no such event
     */
    public InboundEvent read(ConsumerRecord<String, byte[]> record) {
        String version = required(record, "ce_specversion");
        if (!version.equals("1.0")) {
            throw new RejectedEvent("the CloudEvents specversion is not 1.0");
        }
        String source = required(record, "ce_source");
        String owner = sources.get(record.topic());
        if (owner != null && !owner.equals(source)) {
            throw new RejectedEvent("the source is not the topic's owner " + owner);
        }
        String subject = required(record, "ce_subject");
        if (!subject.equals(record.key())) {
            throw new RejectedEvent("the subject is not the record's key");
        }
        return new InboundEvent(
                required(record, "ce_id"),
                source,
                required(record, "ce_type"),
                subject,
                time(record),
                traceparent(record),
                data(record),
                record);
    }

    private JsonNode data(ConsumerRecord<String, byte[]> record) {
        String contentType = header(record, "content-type");
        if (contentType == null || !contentType.startsWith("application/json")) {
            throw new RejectedEvent("the content type is not application/json");
        }
        byte[] value = record.value();
        if (value == null) {
            throw new RejectedEvent("the record has no value");
        }
        try {
            JsonNode data = json.readValue(value);
            if (!data.isObject()) {
                throw new RejectedEvent("the data is not a JSON object");
            }
            return data;
        } catch (IOException | NumberFormatException e) {
            // The latter for a number whose exponent no decimal can hold.
            throw new RejectedEvent("the data is not well-formed JSON");
        }
    }

    /** What is none is no fault of the event's: the trace ends there. */
    private static @Nullable String traceparent(ConsumerRecord<String, byte[]> record) {
        String traceparent = header(record, "ce_traceparent");
        return Traceparent.span(traceparent).isValid() ? traceparent : null;
    }

    private static @Nullable Instant time(ConsumerRecord<String, byte[]> record) {
        String time = header(record, "ce_time");
        if (time == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw new RejectedEvent("the time is not an RFC 3339 instant");
        }
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        String value = header(record, name);
        if (value == null || value.isBlank()) {
            throw new RejectedEvent("the header " + name + " is missing");
        }
        if (value.length() > LONGEST_ATTRIBUTE) {
            throw new RejectedEvent("the header " + name + " is longer than " + LONGEST_ATTRIBUTE + " characters");
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
