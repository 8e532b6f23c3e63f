package dev.plumbline.decision.messaging.webhook;

import dev.plumbline.decision.app.webhook.RecordDeliveries;
import dev.plumbline.decision.app.webhook.Secrets;
import dev.plumbline.decision.events.DecisionTopic;
import dev.plumbline.decision.messaging.ReadingThread;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the decisions topic in a consumer group, in a thread of its own: while there is no webhook it reads nothing, which
 * costs nothing, and then goes on at the first record that anybody could want.
 */
@ApplicationScoped
public class WebhookFeedReader {
    /** The consumer group that keeps how far the topic has been read. */
    static final String GROUP = "decision-service-webhooks";

    private static final Duration POLL = Duration.ofMillis(500);
    /** How much the clocks of the database's writers and of the broker's may differ. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final Instance<Map<String, Object>> brokerSettings;
    private final WebhookFeed feed;
    private final RecordDeliveries recordDeliveries;
    private final Secrets secrets;
    private final ReadingThread thread = new ReadingThread("webhook-feed");
    private final Set<TopicPartition> reading = new HashSet<>();

    WebhookFeedReader(
            @Identifier("default-kafka-broker") Instance<Map<String, Object>> brokerSettings,
            WebhookFeed feed,
            RecordDeliveries recordDeliveries,
            Secrets secrets) {
        this.brokerSettings = brokerSettings;
        this.feed = feed;
        this.recordDeliveries = recordDeliveries;
        this.secrets = secrets;
    }

    void start(@Observes StartupEvent event) {
        if (secrets.areOn()) {
            thread.start(this::read);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.stop();
    }

    private void read() {
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(DecisionTopic.NAME));
            reading.clear();
            while (thread.isWanted()) {
                prepare(consumer);
                List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
                consumer.poll(POLL).forEach(records::add);
                if (!records.isEmpty()) {
                    feed.take(records);
                    consumer.commitSync();
                }
            }
        }
    }

    /** Reads while somebody wants to be told, and not what was published before anybody did. */
    private void prepare(Consumer<String, byte[]> consumer) {
        Instant wantedSince = recordDeliveries.wantedSince();
        Set<TopicPartition> assigned = consumer.assignment();
        if (wantedSince == null) {
            consumer.pause(assigned);
            reading.clear();
            return;
        }
        reading.retainAll(assigned);
        Set<TopicPartition> begun =
                assigned.stream().filter(one -> !reading.contains(one)).collect(Collectors.toSet());
        if (!begun.isEmpty()) {
            skip(consumer, begun, wantedSince.minus(CLOCKS_APART));
            consumer.resume(begun);
            reading.addAll(begun);
            consumer.commitSync();
        }
    }

    private static void skip(Consumer<String, byte[]> consumer, Set<TopicPartition> partitions, Instant since) {
        Map<TopicPartition, Long> times =
                partitions.stream().collect(Collectors.toMap(one -> one, one -> since.toEpochMilli()));
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetAndTimestamp> first = consumer.offsetsForTimes(times);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp found = first.get(partition);
            long from = found == null ? ends.getOrDefault(partition, 0L) : found.offset();
            if (from > consumer.position(partition)) {
                consumer.seek(partition, from);
            }
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(brokerSettings.get());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "webhooks");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        return settings;
    }
}
