package dev.plumbline.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.kit.rest.JsonSettings;
import dev.plumbline.kit.topics.TopicsSettings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeReaderTest {
    private static final TopicsSettings SETTINGS = new TopicsSettings() {
        @Override
        public Optional<List<String>> ensure() {
            return Optional.empty();
        }

        @Override
        public int partitions() {
            return 1;
        }

        @Override
        public short replicationFactor() {
            return 1;
        }

        @Override
        public Map<String, String> sources() {
            return Map.of("owned", "/plumbline/owner");
        }
    };

    private final EnvelopeReader reader = new EnvelopeReader(JsonSettings.apply(new ObjectMapper()), SETTINGS);

    private static ConsumerRecord<String, byte[]> valid(String topic, @Nullable String data) {
        var record =
                new ConsumerRecord<>(topic, 0, 0L, "key", data == null ? null : data.getBytes(StandardCharsets.UTF_8));
        set(record, "ce_specversion", "1.0");
        set(record, "ce_id", "id");
        set(record, "ce_source", "/plumbline/owner");
        set(record, "ce_type", "type");
        set(record, "ce_subject", "key");
        set(record, "ce_time", "2026-01-31T09:00:00Z");
        set(record, "content-type", "application/json");
        return record;
    }

    private static void set(ConsumerRecord<String, byte[]> record, String name, @Nullable String value) {
        record.headers().remove(name);
        if (value != null) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void reads_an_event_with_exact_decimals() {
        InboundEvent event = reader.read(valid("owned", "{\"points\": 0.10}"));
        assertThat(event.id()).isEqualTo("id");
        assertThat(event.subject()).isEqualTo("key");
        assertThat(event.time()).isEqualTo(Instant.parse("2026-01-31T09:00:00Z"));
        assertThat(event.data().get("points").decimalValue()).isEqualTo(new BigDecimal("0.10"));
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion,, specversion",
        "ce_specversion, 0.3, specversion",
        "ce_id,, ce_id",
        "ce_type,, ce_type",
        "ce_source,, ce_source",
        "ce_source, /plumbline/other, owner",
        "ce_subject, another, subject",
        "ce_time, yesterday, time",
        "content-type,, content type",
        "content-type, text/plain, content type"
    })
    void an_envelope_with_a_fault_is_rejected_with_the_reason(String header, @Nullable String value, String reason) {
        var record = valid("owned", "{}");
        set(record, header, value);
        assertThatExceptionOfType(RejectedEvent.class)
                .isThrownBy(() -> reader.read(record))
                .satisfies(e -> assertThat(e.reason()).contains(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"not json", "[1]", "{\"a\":1,\"a\":2}", "{\"a\":1} {}", "''"})
    void data_that_is_no_json_object_is_rejected(String data) {
        assertThatExceptionOfType(RejectedEvent.class)
                .isThrownBy(() -> reader.read(valid("owned", data)))
                .satisfies(e -> assertThat(e.reason()).contains("the data"));
    }

    @Test
    void a_tombstone_is_rejected() {
        assertThatExceptionOfType(RejectedEvent.class).isThrownBy(() -> reader.read(valid("owned", null)));
    }
}
