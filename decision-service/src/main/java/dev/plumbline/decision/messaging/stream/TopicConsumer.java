package dev.plumbline.decision.messaging.stream;

import dev.plumbline.decision.app.ReadingError.PositionLost;
import dev.plumbline.decision.app.stream.DecisionStream.TopicEvent;
import dev.plumbline.decision.messaging.stream.Offsets.Position;
import dev.plumbline.decision.messaging.stream.RecentEvents.Entry;
import dev.plumbline.kit.inbox.EnvelopeReader;
import dev.plumbline.kit.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole topic from given offsets, without a consumer group; partitions that are added meanwhile are read from
 * their beginning. For one thread.
 */
final class TopicConsumer implements AutoCloseable {
    private static final long LOOK_FOR_PARTITIONS = Duration.ofSeconds(2).toNanos();

    private final Consumer<String, byte[]> consumer;
    private final String topic;
    private final String topicId;
    private Offsets read = Offsets.of();
    private int assigned;
    private long looked = System.nanoTime();

    private TopicConsumer(Consumer<String, byte[]> consumer, String topic, String topicId) {
        this.consumer = consumer;
        this.topic = topic;
        this.topicId = topicId;
    }

    /** Reads what comes from now on. */
    static TopicConsumer fromEnd(Consumer<String, byte[]> consumer, String topic, String topicId) {
        TopicConsumer reader = new TopicConsumer(consumer, topic, topicId);
        List<TopicPartition> all = reader.all();
        reader.seek(all, consumer.endOffsets(all));
        return reader;
    }

    /** Reads everything that is there. */
    static TopicConsumer fromBeginning(Consumer<String, byte[]> consumer, String topic, String topicId) {
        TopicConsumer reader = new TopicConsumer(consumer, topic, topicId);
        List<TopicPartition> all = reader.all();
        reader.seek(all, consumer.beginningOffsets(all));
        return reader;
    }

    /**
     * Reads on.
     *
     * @throws ProblemException 410 where the topic no longer has what comes next, or never had what came before
     */
    static TopicConsumer from(Offsets offsets, Consumer<String, byte[]> consumer, String topic, String topicId) {
        TopicConsumer reader = new TopicConsumer(consumer, topic, topicId);
        List<TopicPartition> all = reader.all();
        if (offsets.partitions() > all.size()) {
            throw lost("it names " + offsets.partitions() + " partitions, and the topic has " + all.size());
        }
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        for (TopicPartition partition : all) {
            long next = offsets.next(partition.partition());
            long beginning = beginnings.getOrDefault(partition, 0L);
            long end = ends.getOrDefault(partition, 0L);
            if (next < beginning || next > end) {
                throw lost("it stands at offset " + next + " of partition " + partition.partition()
                        + ", and the topic has " + beginning + " to " + end);
            }
        }
        reader.read = offsets.copy();
        reader.assign(all);
        return reader;
    }

    static ProblemException lost(String why) {
        return new ProblemException(new PositionLost("The position of Last-Event-ID is gone: " + why
                + ". Read the decisions anew (the list or an export), then begin without Last-Event-ID."));
    }

    private List<TopicPartition> all() {
        return IntStream.range(0, consumer.partitionsFor(topic).size())
                .mapToObj(i -> new TopicPartition(topic, i))
                .toList();
    }

    private void seek(List<TopicPartition> all, Map<TopicPartition, Long> offsets) {
        for (TopicPartition partition : all) {
            read.reach(partition.partition(), offsets.getOrDefault(partition, 0L));
        }
        assign(all);
    }

    private void assign(List<TopicPartition> all) {
        consumer.assign(all);
        for (TopicPartition partition : all) {
            // Also makes the position name each partition from now on.
            read.reach(partition.partition(), 0);
            consumer.seek(partition, read.next(partition.partition()));
        }
        assigned = all.size();
    }

    /** How far the topic has been read. */
    Offsets read() {
        return read;
    }

    /** The same for readers. */
    String position() {
        return new Position(topicId, read).toString();
    }

    /** The next events; none where none came within this time. */
    List<Entry> poll(Duration patience) {
        lookForPartitions();
        List<Entry> entries = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
            read.pass(record.partition(), record.offset());
            TopicEvent event = event(record);
            if (event != null) {
                entries.add(new Entry(record.partition(), record.offset(), event, position()));
            }
        }
        return entries;
    }

    private static @Nullable TopicEvent event(ConsumerRecord<String, byte[]> record) {
        String type = EnvelopeReader.typeOf(record);
        return type == null || record.value() == null
                ? null
                : new TopicEvent(record.key() == null ? "" : record.key(), type, record.value());
    }

    private void lookForPartitions() {
        long now = System.nanoTime();
        if (now - looked < LOOK_FOR_PARTITIONS) {
            return;
        }
        looked = now;
        List<TopicPartition> all = all();
        if (all.size() > assigned) {
            assign(all);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
