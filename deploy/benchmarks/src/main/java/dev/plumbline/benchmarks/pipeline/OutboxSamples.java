package dev.plumbline.benchmarks.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.benchmarks.plain.OutboxSample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Turns a published record back into the row of the outbox that it was. */
final class OutboxSamples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OutboxSamples() {}

    /** The headers stand in the outbox as a JSON array of name, value, name, value. */
    static OutboxSample of(ConsumerRecord<byte[], byte[]> record) {
        List<String> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(header.key());
            headers.add(new String(header.value(), StandardCharsets.ISO_8859_1));
        }
        try {
            return new OutboxSample(record.topic(), record.key(), JSON.writeValueAsString(headers), record.value());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
    }
}
