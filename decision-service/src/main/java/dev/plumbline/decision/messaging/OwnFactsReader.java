package dev.plumbline.decision.messaging;

import dev.plumbline.decision.events.DecisionTopic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads the decisions topic back when the service starts, from where it was last read to its present end. What is
 * published from then on comes from the database that it would be read back into: so nothing is read that nobody needs,
 * and no channel stands open for it. Where the group's offsets were removed, with the database, it reads from the
 * beginning.
 */
@ApplicationScoped
public class OwnFactsReader {
    /** The consumer group that keeps how far the topic has been read back. */
    static final String GROUP = "decision-service-own-facts";

    private static final Logger LOG = Logger.getLogger(OwnFactsReader.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Instance<Map<String, Object>> brokerSettings;
    private final OwnFacts ownFacts;
    private final ReadingThread thread = new ReadingThread("own-facts");

    OwnFactsReader(
            @Identifier("default-kafka-broker") Instance<Map<String, Object>> brokerSettings, OwnFacts ownFacts) {
        this.brokerSettings = brokerSettings;
        this.ownFacts = ownFacts;
    }

    void start(@Observes StartupEvent event) {
        thread.start(this::readBack);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.stop();
    }

    /** Reads everything that lies on the topic now and was not read back before. */
    void readBack() {
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(DecisionTopic.NAME).stream()
                    .map(partition -> new TopicPartition(DecisionTopic.NAME, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long read = 0;
            while (thread.isWanted() && !hasReached(consumer, ends)) {
                var records = consumer.poll(POLL);
                ownFacts.take(records);
                read += records.count();
                consumer.commitSync(positions(consumer));
            }
            // Also where nothing was there: so the group is known from the first start on.
            consumer.commitSync(positions(consumer));
            if (read > 0) {
                LOG.infof("%d records of the decisions topic read back", read);
            }
        }
    }

    private static boolean hasReached(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static Map<TopicPartition, OffsetAndMetadata> positions(Consumer<String, byte[]> consumer) {
        return consumer.assignment().stream()
                .collect(Collectors.toMap(
                        partition -> partition, partition -> new OffsetAndMetadata(consumer.position(partition))));
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(brokerSettings.get());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "own-facts");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
        return settings;
    }
}
