package dev.plumbline.kit.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * The broker of {@link PlatformResource}, by hand: what other services would publish, and what the one under test
 * published. A topic that does not exist yet is created.
 */
public final class TestKafka {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private TestKafka() {}

    /** Publishes a CloudEvent in binary mode and waits until the broker has it. */
    public static RecordMetadata publish(String topic, String key, String type, String source, String id, String json) {
        return publish(event(topic, key, type, source, id, json));
    }

    /**
     * Publishes any bytes with any headers, and waits until the broker has them.
     *
     * @param key may be null
     * @param value may be null
     */
    public static RecordMetadata publishRaw(
            String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
        return publish(raw(topic, key, headers, value));
    }

    /** Publishes a record and waits until the broker has it. */
    public static RecordMetadata publish(ProducerRecord<String, byte[]> record) {
        return publish(List.of(record)).getFirst();
    }

    /** Publishes records in this order and waits until the broker has them all. */
    public static List<RecordMetadata> publish(Collection<ProducerRecord<String, byte[]>> records) {
        SharedClients clients = SharedClients.ofThisRun();
        List<Future<RecordMetadata>> sent = records.stream().map(clients::send).toList();
        return sent.stream().map(TestKafka::get).toList();
    }

    /** A CloudEvent in binary mode of the present second, as a record to publish or to change first. */
    public static ProducerRecord<String, byte[]> event(
            String topic, String key, String type, String source, String id, String json) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", source);
        headers.put("ce_type", type);
        headers.put("ce_subject", key);
        headers.put("ce_time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        headers.put("ce_traceparent", TRACEPARENT);
        headers.put("traceparent", TRACEPARENT);
        headers.put("content-type", "application/json");
        return raw(topic, key, headers, json.getBytes(StandardCharsets.UTF_8));
    }

    /** A record of any bytes and headers. */
    public static ProducerRecord<String, byte[]> raw(
            String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** A reader of this topic from its beginning; close it. */
    public static TopicReader reader(String topic) {
        SharedClients.ofThisRun().ensure(topic);
        return new TopicReader(Servers.running().kafka(), topic);
    }

    /** Everything that lies on this topic now. */
    public static List<ReceivedEvent> read(String topic) {
        try (TopicReader reader = reader(topic)) {
            return reader.readToEnd();
        }
    }

    /** How many records of a topic a consumer group has not committed yet; all of them where it never did. */
    public static long lag(String group, String topic) {
        return Topics.lag(SharedClients.ofThisRun().admin(), group, topic);
    }

    /** Waits, for at most 30 s, until a consumer group has committed everything on a topic. */
    public static void awaitNoLag(String group, String topic) {
        Awaitility.await(group + " has consumed " + topic)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .until(() -> lag(group, topic), lag -> lag == 0);
    }

    private static RecordMetadata get(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take a record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
