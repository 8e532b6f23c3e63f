package dev.plumbline.decision.messaging.stream;

import dev.plumbline.decision.app.stream.StreamSettings;
import dev.plumbline.kit.testing.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** A topic of a test's own, with events that are numbered; and instances that stream it. */
final class StreamTopic implements AutoCloseable {
    private final String name = "test.stream." + UUID.randomUUID();
    private final Map<String, Object> broker = Map.of(
            "bootstrap.servers",
            ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
            "metadata.max.age.ms",
            1000,
            "fetch.max.wait.ms",
            50);
    private final Admin admin = Admin.create(broker);
    private Uuid topicId = Uuid.ZERO_UUID;
    private volatile int sent;

    StreamTopic(int partitions) {
        create(partitions);
    }

    /** Somebody who has not read yet. */
    static String anybody() {
        return "reader-" + UUID.randomUUID();
    }

    private void create(int partitions) {
        Awaitility.await("the topic is created")
                .ignoreException(IllegalStateException.class)
                .until(() -> {
                    done(admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                            .all());
                    return true;
                });
        awaitServed(partitions);
    }

    /** The controller has created what the broker may not know yet, or may still know the old one of. */
    private void awaitServed(int partitions) {
        Awaitility.await("the broker serves the topic")
                .ignoreException(IllegalStateException.class)
                .until(() -> {
                    TopicDescription served = Objects.requireNonNull(
                            done(admin.describeTopics(List.of(name)).allTopicNames())
                                    .get(name));
                    boolean isAnother = !served.topicId().equals(topicId);
                    boolean isWhole = served.partitions().size() == partitions
                            && served.partitions().stream().allMatch(partition -> partition.leader() != null);
                    if (isAnother && isWhole) {
                        topicId = served.topicId();
                        return true;
                    }
                    return false;
                });
    }

    void recreate(int partitions) {
        done(admin.deleteTopics(List.of(name)).all());
        create(partitions);
    }

    void addPartitions(int partitions) {
        done(admin.createPartitions(Map.of(name, NewPartitions.increaseTo(partitions)))
                .all());
        topicId = Uuid.ZERO_UUID;
        awaitServed(partitions);
    }

    /** As retention does. */
    void deleteBefore(int partition, long offset) {
        done(admin.deleteRecords(Map.of(new TopicPartition(name, partition), RecordsToDelete.beforeOffset(offset)))
                .all());
    }

    /** Sends the next events, one after the other to each of these partitions: their data are their numbers. */
    void send(int count, int... partitions) {
        int next = sent + count;
        List<ProducerRecord<String, byte[]>> records = IntStream.range(sent, next)
                .mapToObj(number -> record(number, partitions[number % partitions.length]))
                .toList();
        TestKafka.publish(records);
        // Only what is there is waited for.
        sent = next;
    }

    private ProducerRecord<String, byte[]> record(int number, int partition) {
        ProducerRecord<String, byte[]> event =
                TestKafka.event(name, "p" + partition, "numbered", "/test", "id-" + number, String.valueOf(number));
        return new ProducerRecord<>(name, partition, event.key(), event.value(), event.headers());
    }

    int sent() {
        return sent;
    }

    /** An instance of the service, as far as its stream goes. */
    DecisionTopicStream instance(StreamSettings settings) {
        return new DecisionTopicStream(new TopicClients(() -> broker, name), settings);
    }

    @Override
    public void close() {
        done(admin.deleteTopics(List.of(name)).all());
        admin.close();
    }

    private static <T> T done(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                throw new IllegalStateException("the old one is still there");
            }
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new IllegalStateException("the new one is not there yet");
            }
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Bounds of an instance. */
    record Bounds(int readers, int catchingUp, Duration catchingUpPatience, int bufferEvents)
            implements StreamSettings {
        Bounds(int readers, int catchingUp, int bufferEvents) {
            this(readers, catchingUp, Duration.ofMillis(200), bufferEvents);
        }

        @Override
        public long bufferBytes() {
            return 1_000_000;
        }

        @Override
        public Duration linger() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration heartbeat() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration retry() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }
    }
}
