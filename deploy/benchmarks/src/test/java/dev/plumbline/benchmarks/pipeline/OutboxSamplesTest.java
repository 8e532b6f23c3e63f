package dev.plumbline.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.benchmarks.plain.OutboxSample;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class OutboxSamplesTest {

    @Test
    void a_record_is_as_large_as_the_row_that_it_was() {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("topic", 0, 0, bytes("key"), bytes("{}"));
        record.headers().add("ce_id", bytes("1")).add("ce_type", bytes("t"));
        OutboxSample sample = OutboxSamples.of(record);
        assertThat(sample.headers()).isEqualTo("[\"ce_id\",\"1\",\"ce_type\",\"t\"]");
        assertThat(sample.key()).isEqualTo(bytes("key"));
        assertThat(sample.payload()).isEqualTo(bytes("{}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
