package dev.plumbline.kit.metrics;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * How far this service's consumer groups are behind their topics. Asked of the broker, and not of the consumers: those tell
 * only of partitions that they have, and nothing once they are gone.
 */
@ApplicationScoped
public class ConsumerLag {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final ListConsumerGroupOffsetsSpec ALL = new ListConsumerGroupOffsetsSpec();

    private final Instance<Map<String, Object>> brokerSettings;
    private final ConsumerGroups groups;
    private @Nullable Admin admin;

    ConsumerLag(
            @Identifier("default-kafka-broker") Instance<Map<String, Object>> brokerSettings, ConsumerGroups groups) {
        this.brokerSettings = brokerSettings;
        this.groups = groups;
    }

    /**
     * Where a group stands on a partition.
     *
     * @param committed the offset of the next record it takes; the first there is where it has taken none
     * @param end the offset of the next record that is published
     */
    public record Place(String group, String topic, int partition, long committed, long end) {
        /** Records that it has not taken yet. */
        public long lag() {
            return Math.max(0, end - committed);
        }
    }

    /**
     * What Kafka says.
     *
     * @param missing topics that are not there: nothing is known of them, and of all others what is so
     */
    public record Reading(List<Place> places, SortedSet<String> missing) {}

    /**
     * Where every group stands on every partition of its topics.
     *
     * @throws KafkaException where Kafka does not say
     */
    public Reading read() throws InterruptedException {
        try {
            Map<String, SortedSet<String>> topics = groups.topics();
            return read(client(), topics);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        }
    }

    private static Reading read(Admin client, Map<String, SortedSet<String>> topics)
            throws ExecutionException, InterruptedException {
        Set<String> names = topics.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        Map<String, List<TopicPartition>> partitions = partitions(client, names);
        SortedSet<String> missing = new TreeSet<>(names);
        missing.removeAll(partitions.keySet());
        Set<TopicPartition> all =
                partitions.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        Map<TopicPartition, Long> ends = offsets(client, all, OffsetSpec.latest());
        var committed = client.listConsumerGroupOffsets(
                        topics.keySet().stream().collect(Collectors.toMap(Function.identity(), group -> ALL)))
                .all()
                .get();
        Map<TopicPartition, Long> begins =
                offsets(client, withoutOffset(topics, partitions, committed), OffsetSpec.earliest());
        List<Place> places = new ArrayList<>();
        topics.forEach((group, read) -> {
            Map<TopicPartition, OffsetAndMetadata> taken = committed.getOrDefault(group, Map.of());
            for (TopicPartition one : of(read, partitions)) {
                OffsetAndMetadata offset = taken.get(one);
                long next = offset == null ? begins.getOrDefault(one, 0L) : offset.offset();
                places.add(new Place(group, one.topic(), one.partition(), next, ends.getOrDefault(one, next)));
            }
        });
        return new Reading(places, missing);
    }

    private static Set<TopicPartition> withoutOffset(
            Map<String, SortedSet<String>> topics,
            Map<String, List<TopicPartition>> partitions,
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed) {
        Set<TopicPartition> without = new HashSet<>();
        topics.forEach((group, read) -> of(read, partitions).stream()
                .filter(one -> committed.getOrDefault(group, Map.of()).get(one) == null)
                .forEach(without::add));
        return without;
    }

    private static List<TopicPartition> of(Collection<String> topics, Map<String, List<TopicPartition>> partitions) {
        return topics.stream()
                .flatMap(topic -> partitions.getOrDefault(topic, List.of()).stream())
                .toList();
    }

    /** Of those topics that are there. */
    private static Map<String, List<TopicPartition>> partitions(Admin client, Set<String> topics)
            throws ExecutionException, InterruptedException {
        Map<String, List<TopicPartition>> partitions = new HashMap<>();
        for (var one : client.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                String name = one.getKey();
                partitions.put(
                        name,
                        one.getValue().get().partitions().stream()
                                .map(partition -> new TopicPartition(name, partition.partition()))
                                .toList());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return partitions;
    }

    private static Map<TopicPartition, Long> offsets(Admin client, Set<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, ListOffsetsResultInfo> found = client.listOffsets(
                        partitions.stream().collect(Collectors.toMap(Function.identity(), one -> which)))
                .all()
                .get();
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().offset()));
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    /** One client for all questions: it finds its way back by itself. */
    private synchronized Admin client() {
        Admin client = admin;
        if (client == null) {
            Map<String, Object> settings = new HashMap<>(brokerSettings.get());
            settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "lag");
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
            client = Admin.create(settings);
            admin = client;
        }
        return client;
    }
}
