package dev.plumbline.decision.messaging.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The Kafka clients that read one topic. Each method throws a {@link KafkaException} where Kafka does not answer in time. */
final class TopicClients {
    private static final int ANSWER_MILLIS = 5_000;
    private static final AtomicLong NUMBER = new AtomicLong();

    private final Supplier<Map<String, Object>> brokerSettings;
    private final String topic;

    /** @param brokerSettings how clients find the brokers and log in there */
    TopicClients(Supplier<Map<String, Object>> brokerSettings, String topic) {
        this.brokerSettings = brokerSettings;
        this.topic = topic;
    }

    /** Tells the topic from others of its name: a digest of the id that Kafka gave it, 8 hexadecimal digits. */
    String topicId() {
        Map<String, Object> settings = new HashMap<>(brokerSettings.get());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "decision-events-" + NUMBER.incrementAndGet());
        try (Admin admin = Admin.create(settings)) {
            Uuid id = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                    .values()
                    .iterator()
                    .next()
                    .topicId();
            return String.format("%08x", id.hashCode());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    TopicConsumer fromEnd(String topicId) {
        return open(consumer -> TopicConsumer.fromEnd(consumer, topic, topicId));
    }

    TopicConsumer fromBeginning(String topicId) {
        return open(consumer -> TopicConsumer.fromBeginning(consumer, topic, topicId));
    }

    TopicConsumer from(Offsets offsets, String topicId) {
        return open(consumer -> TopicConsumer.from(offsets, consumer, topic, topicId));
    }

    private TopicConsumer open(Function<Consumer<String, byte[]>, TopicConsumer> start) {
        Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer());
        try {
            return start.apply(consumer);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(brokerSettings.get());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "decision-events-" + NUMBER.incrementAndGet());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Events that are gone are never skipped in silence.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1024 * 1024);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 256 * 1024);
        return settings;
    }
}
