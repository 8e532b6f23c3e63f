package dev.plumbline.decision.messaging;

import dev.plumbline.decision.app.DecisionError;
import dev.plumbline.decision.app.DecisionStream;
import dev.plumbline.decision.events.DecisionTopic;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads the decisions topic for those outside, each with a Kafka consumer of its own and no consumer group. */
@ApplicationScoped
public class DecisionTopicStream implements DecisionStream {
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}(\\.\\d{1,18}){0,999}");

    private final Instance<Map<String, Object>> brokerSettings;
    private final Semaphore places;

    DecisionTopicStream(
            @Identifier("default-kafka-broker") Instance<Map<String, Object>> brokerSettings,
            @ConfigProperty(name = "plumbline.decision-events.readers", defaultValue = "50") int readers) {
        this.brokerSettings = brokerSettings;
        this.places = new Semaphore(readers);
    }

    @Override
    public Reader open(@Nullable String position) {
        List<Long> offsets = position == null ? List.of() : parse(position);
        if (!places.tryAcquire()) {
            throw new ProblemException(new DecisionError.TooManyReaders());
        }
        KafkaConsumer<String, byte[]> consumer = null;
        try {
            consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer());
            return new TopicReader(consumer, start(consumer, position == null ? null : offsets), places::release);
        } catch (RuntimeException e) {
            places.release();
            if (consumer != null) {
                consumer.close();
            }
            throw e;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(brokerSettings.get());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "decision-events");
        return settings;
    }

    /**
     * Takes all partitions, each from where the position says.
     *
     * @param offsets by partition; null to begin at the end of each
     * @return the offsets that it begins at
     */
    private static long[] start(KafkaConsumer<String, byte[]> consumer, @Nullable List<Long> offsets) {
        int partitions = consumer.partitionsFor(DecisionTopic.NAME).size();
        List<TopicPartition> all = new ArrayList<>(partitions);
        for (int i = 0; i < partitions; i++) {
            all.add(new TopicPartition(DecisionTopic.NAME, i));
        }
        consumer.assign(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        long[] next = new long[partitions];
        for (int i = 0; i < partitions; i++) {
            long end = ends.getOrDefault(all.get(i), 0L);
            next[i] = offsets == null ? end : Math.min(end, i < offsets.size() ? offsets.get(i) : 0);
            consumer.seek(all.get(i), next[i]);
        }
        return next;
    }

    private static List<Long> parse(String position) {
        if (!POSITION.matcher(position).matches()) {
            throw new ProblemException(
                    new KitError.InvalidParameter("Last-Event-ID", "is no id that this stream has given out"));
        }
        return List.of(position.split("\\.", -1)).stream().map(Long::valueOf).toList();
    }
}
