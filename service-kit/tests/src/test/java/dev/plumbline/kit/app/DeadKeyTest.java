package dev.plumbline.kit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A poison record may have any key. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class DeadKeyTest {
    private static final String DEAD_LETTERS = "plumbline.kit-test.dead-letters.v1";
    private static final String KEY = "61ff00c3e28261";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void a_key_that_is_no_text_is_set_aside_as_it_came() throws Exception {
        byte[] key = HexFormat.of().parseHex(KEY);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("incoming.v1", key, new byte[] {1}))
                    .get();
        }
        List<String> keys = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(DEAD_LETTERS).stream()
                    .map(partition -> new TopicPartition(DEAD_LETTERS, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().pollInSameThread().pollDelay(Duration.ZERO).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> keys.add(
                                record.key() == null ? "none" : HexFormat.of().formatHex(record.key())));
                assertThat(keys).contains(KEY);
            });
        }
    }
}
