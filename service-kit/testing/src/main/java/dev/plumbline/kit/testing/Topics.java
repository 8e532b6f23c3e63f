package dev.plumbline.kit.testing;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.awaitility.Awaitility;

/** The topics and consumer groups of the test JVM's broker. */
final class Topics {
    /** More than one, so that a test meets what several partitions bring. */
    private static final int PARTITIONS = 3;

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Topics() {}

    /** Removes every topic and every consumer group, then creates these topics. */
    static void startAfresh(String kafka, Collection<String> topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            Set<String> old = get(admin.listTopics().names());
            ignoring(
                    UnknownTopicOrPartitionException.class,
                    admin.deleteTopics(old).all());
            Awaitility.await("consumer groups removed: does an earlier application still consume?")
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .until(() -> removeGroups(admin));
            // The broker learns of a deletion a little after the controller has made it.
            Awaitility.await("topics removed")
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .until(() -> get(admin.listTopics().names()).isEmpty());
            topics.forEach(topic -> create(admin, topic));
        }
    }

    private static boolean removeGroups(Admin admin) throws Exception {
        List<String> groups = get(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .toList();
        try {
            admin.deleteConsumerGroups(groups).all().get();
            return true;
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case GroupIdNotFoundException gone -> true;
                case GroupNotEmptyException left -> false;
                case null, default -> throw e;
            };
        }
    }

    /** Makes sure that a topic exists; one that the application has created stays as it is. */
    static void ensure(Admin admin, String topic) {
        if (!get(admin.listTopics().names()).contains(topic)) {
            create(admin, topic);
        }
    }

    private static void create(Admin admin, String topic) {
        ignoring(
                TopicExistsException.class,
                admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                        .all());
        Awaitility.await(topic + " created")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .until(() -> get(admin.listTopics().names()).contains(topic));
    }

    /** How many records of a topic a group has not committed yet. */
    static long lag(Admin admin, String group, String topic) {
        TopicDescription described = requireNonNull(
                get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic));
        List<TopicPartition> partitions = described.partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        Map<TopicPartition, Long> starts = offsets(admin, partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(admin, partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> committed = committed(admin, group);
        return partitions.stream()
                .mapToLong(partition -> {
                    long start = starts.getOrDefault(partition, 0L);
                    return ends.getOrDefault(partition, start) - committed.getOrDefault(partition, start);
                })
                .sum();
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, List<TopicPartition> partitions, OffsetSpec specification) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> specification));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(admin.listOffsets(asked).all()).forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static Map<TopicPartition, Long> committed(Admin admin, String group) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        try {
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        // Kafka says null where a group has committed nothing.
                        if (offset != null) {
                            committed.put(partition, offset.offset());
                        }
                    });
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new IllegalStateException("Kafka does not tell the offsets of " + group, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return committed;
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka refused", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void ignoring(Class<? extends Exception> harmless, KafkaFuture<Void> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (!harmless.isInstance(e.getCause())) {
                throw new IllegalStateException("Kafka refused", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
