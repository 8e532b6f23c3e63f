package dev.plumbline.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a Kafka record as one text column: a JSON array of name, value, name, value, in which a value's bytes
 * stand as the characters U+0000 to U+00FF (PostgreSQL keeps no U+0000: JSON writes it as an escape), so that any bytes come back as they were.
 */
final class RecordHeaders {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RecordHeaders() {}

    static String encode(Iterable<Header> headers) {
        List<@Nullable String> flat = new ArrayList<>();
        for (Header header : headers) {
            flat.add(header.key());
            flat.add(header.value() == null ? null : new String(header.value(), StandardCharsets.ISO_8859_1));
        }
        try {
            return MAPPER.writeValueAsString(flat);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Header> decode(String encoded) {
        try {
            String[] flat = MAPPER.readValue(encoded, String[].class);
            List<Header> headers = new ArrayList<>(flat.length / 2);
            for (int i = 0; i < flat.length; i += 2) {
                byte[] value = flat[i + 1] == null ? null : flat[i + 1].getBytes(StandardCharsets.ISO_8859_1);
                headers.add(new RecordHeader(flat[i], value));
            }
            return headers;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The headers of an outbox row cannot be read", e);
        }
    }
}
