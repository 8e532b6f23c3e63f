package dev.plumbline.e2e.faults;

import dev.plumbline.e2e.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything on the fact and decision topics, read once and followed: whether one event id always has the same bytes. */
final class EventLog {
    private static final List<String> TOPICS = topics();
    private static final byte[] NOTHING = {};
    private static final Duration POLL = Duration.ofMillis(200);

    private final String kafka;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<String, Long> contents = new HashMap<>();
    private final List<String> changedContents = new ArrayList<>();
    private final Map<String, Set<String>> owned = new HashMap<>();
    private final Set<String> missing = new HashSet<>();
    private final Set<String> givenAgain = new HashSet<>();
    private long records;

    EventLog(String kafka) {
        this.kafka = kafka;
    }

    private static List<String> topics() {
        List<String> all = new ArrayList<>(Topics.FACTS);
        all.add(Topics.DECISIONS);
        return List.copyOf(all);
    }

    /** Gives everything that came since the last time to {@code taker}, each event once unless it is to be given again. */
    void read(Consumer<ConsumerRecord<String, byte[]>> taker) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", false, "max.poll.records", 5000);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.seek(partition, positions.getOrDefault(partition, 0L)));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(POLL).forEach(record -> take(record, taker));
            }
            partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
            givenAgain.clear();
        }
    }

    private void take(ConsumerRecord<String, byte[]> record, Consumer<ConsumerRecord<String, byte[]>> taker) {
        records++;
        Header id = record.headers().lastHeader("ce_id");
        if (id == null || id.value() == null || record.value() == null) {
            return;
        }
        String event = Topics.header(record, "ce_source") + " " + Topics.header(record, "ce_id");
        Long before = contents.putIfAbsent(event, content(record));
        missing.remove(event);
        // What has no trace was not published by a service, but by a test in its name.
        if (before == null && record.headers().lastHeader("traceparent") != null) {
            owned.computeIfAbsent(record.topic(), topic -> new HashSet<>()).add(event);
        }
        if (before == null || givenAgain.contains(record.topic())) {
            taker.accept(record);
        }
        if (before != null && before != content(record)) {
            changedContents.add("event " + event + " has other bytes at " + record.topic() + "/" + record.partition()
                    + "/" + record.offset());
        }
    }

    /** Of key, value and headers; the half of a quarter of a SHA-256 is more than enough for what nobody forges. */
    private static long content(ConsumerRecord<String, byte[]> record) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.valueOf(record.key()).getBytes(StandardCharsets.UTF_8));
            for (Header header : record.headers()) {
                digest.update(header.key().getBytes(StandardCharsets.UTF_8));
                digest.update(header.value() == null ? NOTHING : header.value());
            }
            return ByteBuffer.wrap(digest.digest(record.value())).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A topic was made anew: it is read from its beginning again, and has to hold what its owner had published. */
    void forget(String topic) {
        positions.keySet().removeIf(partition -> partition.topic().equals(topic));
        missing.addAll(owned.getOrDefault(topic, Set.of()));
    }

    /** Of a topic that was made anew everything is given once more at the next time, in its new order. */
    void giveAgain(String topic) {
        givenAgain.add(topic);
    }

    /** A topic that was made anew holds what it held. */
    Finding whole() {
        return new Finding(
                "a topic that was made anew holds all that it held",
                owned.values().stream().mapToLong(Set::size).sum(),
                missing.stream()
                        .map(event -> "event " + event + " is not there any more")
                        .toList());
    }

    /** Records read so far, those that came again included. */
    long records() {
        return records;
    }

    /** One event id always has the same bytes. */
    Finding sameBytes() {
        return new Finding("one event id always has the same bytes", contents.size(), changedContents);
    }
}
