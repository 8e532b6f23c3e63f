package dev.plumbline.kit.rebuild;

import dev.plumbline.kit.inbox.RecordKey;
import dev.plumbline.kit.rebuild.Rebuild.Range;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the records of ranges, in no consumer group; by one thread alone. */
@ApplicationScoped
class RangeReader {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST = 1000;

    private final Instance<Map<String, Object>> brokerSettings;
    private @Nullable Consumer<String, byte[]> consumer;

    RangeReader(@Identifier("default-kafka-broker") Instance<Map<String, Object>> brokerSettings) {
        this.brokerSettings = brokerSettings;
    }

    /**
     * What was read.
     *
     * @param records of the ranges, those of a partition in their order
     * @param ranges where to go on once they are taken
     */
    record Read(List<ConsumerRecord<String, byte[]>> records, List<Range> ranges) {}

    /** The next records of these ranges, as many as come at once; none where Kafka is away, or nothing came in time. */
    Read next(List<Range> ranges) {
        Consumer<String, byte[]> reading = open();
        Map<TopicPartition, Range> byPartition = ranges.stream()
                .filter(range -> !range.isRead())
                .collect(Collectors.toMap(RangeReader::partition, range -> range));
        seek(reading, byPartition);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        reading.poll(POLL).forEach(record -> {
            Range range = byPartition.get(new TopicPartition(record.topic(), record.partition()));
            if (range != null && record.offset() < range.end()) {
                records.add(record);
            }
        });
        return new Read(records, positions(reading, byPartition));
    }

    private static void seek(Consumer<String, byte[]> reading, Map<TopicPartition, Range> ranges) {
        if (!reading.assignment().equals(ranges.keySet())) {
            Set<TopicPartition> before = Set.copyOf(reading.assignment());
            reading.assign(ranges.keySet());
            ranges.forEach((partition, range) -> {
                if (!before.contains(partition)) {
                    reading.seek(partition, range.next());
                }
            });
        }
        ranges.forEach((partition, range) -> {
            if (reading.position(partition) < range.next()) {
                // Another instance has read on in the meantime.
                reading.seek(partition, range.next());
            }
        });
    }

    private static List<Range> positions(Consumer<String, byte[]> reading, Map<TopicPartition, Range> ranges) {
        return ranges.values().stream()
                .map(range -> new Range(
                        range.topic(),
                        range.partition(),
                        Math.min(reading.position(partition(range)), range.end()),
                        range.end()))
                .toList();
    }

    private static TopicPartition partition(Range range) {
        return new TopicPartition(range.topic(), range.partition());
    }

    private Consumer<String, byte[]> open() {
        if (consumer == null) {
            Map<String, Object> settings = new HashMap<>(brokerSettings.get());
            settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
            settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "rebuild");
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST);
            consumer = new KafkaConsumer<>(settings, new RecordKey(), new ByteArrayDeserializer());
        }
        return Objects.requireNonNull(consumer);
    }

    /** Forgets where it was: what it has read may not have been taken. */
    void close() {
        Consumer<String, byte[]> open = consumer;
        consumer = null;
        if (open != null) {
            open.close();
        }
    }
}
