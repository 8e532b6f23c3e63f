package dev.plumbline.local.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.local.LocalFailure;
import dev.plumbline.local.platform.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows {@code plumbline.decisions.v1} and says each decision that changed. */
public final class DecisionFeed implements AutoCloseable {
    private static final String TOPIC = "plumbline.decisions.v1";
    private static final String CHANGED = "dev.plumbline.decision.changed.v1";
    private static final String VERDICT = "dev.plumbline.decision.verdict-recorded.v1";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration TOPIC_PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 50;
    private static final Logger LOG = Logger.getLogger(DecisionFeed.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, byte[]> consumer;
    private final DecisionTable table;
    private final Progress lines;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;

    private DecisionFeed(KafkaConsumer<String, byte[]> consumer, Map<String, String> names, Progress lines) {
        this.consumer = consumer;
        this.table = new DecisionTable(names);
        this.lines = lines;
    }

    /** The head of the table. */
    public static String header() {
        return DecisionTable.header();
    }

    /**
     * Follows what comes from now on.
     *
     * @param kafka bootstrap servers
     * @param names candidates by external id
     * @param lines takes the table's lines
     */
    public static DecisionFeed follow(String kafka, Map<String, String> names, Progress lines) {
        DecisionFeed feed = new DecisionFeed(consumer(kafka), names, lines);
        feed.consumer.seekToEnd(feed.assignAll());
        // Settles where "now" is, before anything happens.
        feed.consumer.assignment().forEach(feed.consumer::position);
        Thread.ofPlatform().daemon().name("decision-feed").start(feed::run);
        return feed;
    }

    /** One line for the last decision on each of these candidates, in the order in which they applied. */
    public static List<String> latest(String kafka, Map<String, String> names) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(kafka)) {
            DecisionFeed feed = new DecisionFeed(consumer, names, Progress.SILENT);
            List<TopicPartition> partitions = feed.assignAll();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            Map<String, Change> last = new LinkedHashMap<>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (type(record).equals(CHANGED)) {
                        Change change = Change.decision(data(record));
                        // In the order of their publication: numbers begin anew where a database was made anew.
                        last.put(change.externalId(), change);
                    }
                }
            }
            return last.values().stream()
                    .filter(change -> names.containsKey(change.externalId()))
                    .sorted(java.util.Comparator.comparing(Change::externalId))
                    .map(feed.table::line)
                    .toList();
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(String kafka) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", false, "client.id", "plumbline-up"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private List<TopicPartition> assignAll() {
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC, TOPIC_PATIENCE).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new LocalFailure("There is no topic " + TOPIC + " to read decisions from.");
        }
        consumer.assign(partitions);
        return partitions;
    }

    private void run() {
        try (consumer) {
            while (!closing) {
                consumer.poll(POLL).forEach(this::say);
            }
        } catch (RuntimeException e) {
            if (!closing) {
                LOG.log(Level.SEVERE, "The decisions cannot be followed", e);
                lines.say("  No further decisions are shown here (see launcher.log): " + e.getMessage());
            }
        } finally {
            ended.countDown();
        }
    }

    private void say(ConsumerRecord<String, byte[]> record) {
        switch (type(record)) {
            case CHANGED -> table.decision(Change.decision(data(record))).ifPresent(lines::say);
            case VERDICT -> lines.say(table.verdict(Change.verdict(data(record))));
            default -> {
                // Waivers and stale verdicts lead to decisions, or follow them: those are shown.
            }
        }
    }

    /**
     * Waits until the table shows an application as it stands: a decision is stored a moment before it is published.
     *
     * @param now the decision as it is stored, read again each time
     * @throws LocalFailure if it does not within half a minute
     */
    public void awaitShown(String application, Supplier<JsonNode> now) throws InterruptedException {
        Instant deadline = Instant.now().plus(TOPIC_PATIENCE);
        while (!shows(application, now.get())) {
            if (ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                    || Instant.now().isAfter(deadline)) {
                throw new LocalFailure(
                        "The decision on application " + application + " was stored, but not published.");
            }
        }
    }

    private boolean shows(String application, JsonNode decision) {
        return table.shows(
                application,
                decision.path("recommendation").asText(),
                decision.path("withdrawn").asBoolean());
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static JsonNode data(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new LocalFailure("A decision event cannot be read at offset " + record.offset() + ".", e);
        }
    }

    /** Stops following. */
    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            ended.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
