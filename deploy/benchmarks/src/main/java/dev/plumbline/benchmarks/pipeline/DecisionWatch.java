package dev.plumbline.benchmarks.pipeline;

import dev.plumbline.benchmarks.plain.OutboxSample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Sees the decisions topic as any consumer does, from its beginning, and counts what is published on it. */
public final class DecisionWatch implements AutoCloseable {
    /** The topic that decisions are published on. */
    public static final String TOPIC = "plumbline.decisions.v1";

    private static final String CHANGED = "dev.plumbline.decision.changed.v1";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int SAMPLES = 1000;

    /** Takes a decision that was just received. */
    @FunctionalInterface
    public interface Listener {
        /** @param nanos {@link System#nanoTime} when it was received */
        void changed(ConsumerRecord<byte[], byte[]> decision, long nanos);
    }

    private final Consumer<byte[], byte[]> consumer;
    private final Thread thread;
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private final ArrayBlockingQueue<ConsumerRecord<byte[], byte[]>> samples = new ArrayBlockingQueue<>(SAMPLES);
    private volatile long changed;
    private volatile long lastNanos;
    private volatile Timeline timeline = new Timeline();
    private volatile @Nullable Listener listener;
    private volatile @Nullable RuntimeException failure;

    /** Starts watching; the topic must be there. */
    public DecisionWatch(String bootstrapServers) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        this.thread = Thread.ofPlatform().daemon().name("decision-watch").start(() -> watch(partitions));
    }

    private void watch(List<TopicPartition> partitions) {
        try (consumer) {
            while (true) {
                long before = changed;
                consumer.poll(POLL).forEach(this::take);
                if (changed > before) {
                    timeline.add(lastNanos, changed);
                }
                partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
            }
        } catch (WakeupException e) {
            // Closed.
            positions.clear();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (!isChange(record)) {
            return;
        }
        long now = System.nanoTime();
        // Only this thread writes.
        changed++;
        lastNanos = now;
        if (!samples.offer(record)) {
            samples.poll();
            samples.add(record);
        }
        Listener told = listener;
        if (told != null) {
            told.changed(record, now);
        }
    }

    private static boolean isChange(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type != null && CHANGED.equals(new String(type.value(), StandardCharsets.UTF_8));
    }

    /** Published changes of decisions seen so far. */
    public long changed() {
        return changed;
    }

    /** {@link System#nanoTime} when the last one was received. */
    public long lastNanos() {
        return lastNanos;
    }

    /** From now on, the count is also kept with its times. */
    public Timeline newTimeline() {
        Timeline fresh = new Timeline();
        timeline = fresh;
        return fresh;
    }

    /** Who is told of each decision from now on; null for nobody. */
    public void tell(@Nullable Listener told) {
        listener = told;
    }

    /**
     * Whether everything up to these ends of the partitions was received.
     *
     * @throws IllegalStateException if the topic cannot be read any more
     */
    public boolean hasReached(Map<TopicPartition, Long> ends) {
        RuntimeException failed = failure;
        if (failed != null) {
            throw new IllegalStateException("The decisions topic cannot be read: " + failed.getMessage(), failed);
        }
        return ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** The latest decisions as the rows that they were in the outbox. */
    public List<OutboxSample> samples() {
        return samples.stream().map(OutboxSamples::of).toList();
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
