package dev.plumbline.benchmarks.pipeline;

import dev.plumbline.benchmarks.load.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.jspecify.annotations.Nullable;

/** How much of the fact topics the decision-service has not taken yet, as the broker knows it. */
final class Backlog implements AutoCloseable {
    private static final String SERVICE = "decision-service";
    private static final long PAUSE_MILLIS = 200;

    private final Admin admin;

    Backlog(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Facts that are published and not yet taken and committed. */
    long facts() throws InterruptedException {
        return left(Event.FACT_TOPICS);
    }

    /** Records of these topics that are published and not yet taken and committed. */
    long left(List<String> topics) throws InterruptedException {
        Map<TopicPartition, Long> ends = ends(topics);
        Map<TopicPartition, Long> taken = taken();
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - taken.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** Where the partitions of these topics end. */
    Map<TopicPartition, Long> ends(List<String> topics) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> topic.partitions()
                            .forEach(partition -> partitions.put(
                                    new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(partitions).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw broken(e);
        }
    }

    /** Forgets how far a consumer group has come, once its last member is gone. */
    void forget(String group) throws InterruptedException {
        while (true) {
            try {
                admin.deleteConsumerGroups(List.of(group)).all().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof GroupNotEmptyException)) {
                    throw broken(e);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private Map<TopicPartition, Long> taken() throws InterruptedException {
        try {
            Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();
            admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .filter(group -> group.startsWith(SERVICE))
                    .forEach(group -> groups.put(group, new ListConsumerGroupOffsetsSpec()));
            Map<TopicPartition, Long> taken = new HashMap<>();
            admin.listConsumerGroupOffsets(groups)
                    .all()
                    .get()
                    .values()
                    .forEach(offsets -> offsets.forEach((partition, offset) ->
                            taken.merge(partition, offset == null ? 0 : offset.offset(), Math::max)));
            return taken;
        } catch (ExecutionException e) {
            throw broken(e);
        }
    }

    private static IllegalStateException broken(ExecutionException e) {
        Throwable cause = e.getCause();
        @Nullable String message = cause == null ? e.getMessage() : cause.getMessage();
        return new IllegalStateException("Kafka does not say how far its consumers are: " + message, e);
    }

    @Override
    public void close() {
        admin.close();
    }
}
