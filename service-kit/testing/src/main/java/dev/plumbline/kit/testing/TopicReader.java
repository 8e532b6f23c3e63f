package dev.plumbline.kit.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Collects what lies on a topic, from its beginning, without a consumer group. For one thread; close it after use. Order
 * is that of the topic within each partition, hence within each key.
 */
public final class TopicReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int SHOWN = 20;

    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ReceivedEvent> events = new ArrayList<>();

    TopicReader(String kafka, String topic) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        50,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5000,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What has been read so far, without reading on. */
    public List<ReceivedEvent> events() {
        return List.copyOf(events);
    }

    /** Reads up to the present end of the topic: everything that was on it when this was called. */
    public List<ReceivedEvent> readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        Awaitility.await("the end of " + topic)
                .atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    poll();
                    return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
                });
        return events();
    }

    /**
     * Reads on until what has been read meets a condition, for at most 20 s.
     *
     * @throws ConditionTimeoutException says what lies on the topic instead
     */
    public List<ReceivedEvent> await(Predicate<List<ReceivedEvent>> condition) {
        return await(condition, PATIENCE);
    }

    /** As {@link #await(Predicate)}, for at most this long. */
    public List<ReceivedEvent> await(Predicate<List<ReceivedEvent>> condition, Duration patience) {
        try {
            Awaitility.await()
                    .atMost(patience)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        poll();
                        return condition.test(events());
                    });
        } catch (ConditionTimeoutException e) {
            throw new ConditionTimeoutException("Not met within " + patience + " by " + shown(), e);
        }
        return events();
    }

    /** Reads on until an event meets a condition, for at most 20 s; the first that does. */
    public ReceivedEvent awaitEvent(Predicate<ReceivedEvent> condition) {
        return await(read -> read.stream().anyMatch(condition)).stream()
                .filter(condition)
                .findFirst()
                .orElseThrow();
    }

    /** Reads on until at least this many events are there, for at most 20 s. */
    public List<ReceivedEvent> awaitCount(int count) {
        return await(read -> read.size() >= count);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void poll() {
        consumer.poll(POLL).forEach(record -> events.add(new ReceivedEvent(record)));
    }

    private String shown() {
        List<ReceivedEvent> last = events.subList(Math.max(0, events.size() - SHOWN), events.size());
        StringBuilder text = new StringBuilder()
                .append(events.size())
                .append(" records on ")
                .append(topic)
                .append(last.size() < events.size() ? "; the last:" : ":");
        last.forEach(event -> text.append("\n  ").append(event));
        return text.toString();
    }
}
