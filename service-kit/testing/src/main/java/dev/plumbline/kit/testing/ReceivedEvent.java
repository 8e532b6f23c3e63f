package dev.plumbline.kit.testing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record as it lies on a topic, read as a CloudEvent in binary mode.
 *
 * @param record the record itself; key and value may be null
 */
public record ReceivedEvent(ConsumerRecord<String, byte[]> record) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The CloudEvents {@code id}; empty where the header is missing. */
    public String id() {
        return header("ce_id").orElse("");
    }

    /** The CloudEvents {@code type}; empty where the header is missing. */
    public String type() {
        return header("ce_type").orElse("");
    }

    /** The CloudEvents {@code source}; empty where the header is missing. */
    public String source() {
        return header("ce_source").orElse("");
    }

    /** The CloudEvents {@code subject}; empty where the header is missing. */
    public String subject() {
        return header("ce_subject").orElse("");
    }

    /** The record's key; empty where it has none. */
    public String key() {
        return record.key() == null ? "" : record.key();
    }

    /** The last header of this name as text. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(record.headers().lastHeader(name)).map(ReceivedEvent::text);
    }

    /** Every header as text, in the record's order; of two of one name the later. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), text(header)));
        return headers;
    }

    /** The value as it came; empty where the record has none. */
    public byte[] bytes() {
        return record.value() == null ? new byte[0] : record.value().clone();
    }

    /** The value as text. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /**
     * The value as JSON, its numbers exact.
     *
     * @throws UncheckedIOException where it is none
     */
    public JsonNode data() {
        try {
            return JSON.readTree(bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("No JSON: " + text(), e);
        }
    }

    @Override
    public String toString() {
        return record.topic() + "-" + record.partition() + "@" + record.offset() + " " + key() + " " + headers() + " "
                + text();
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
