package dev.plumbline.benchmarks.webhook;

import dev.plumbline.benchmarks.pipeline.Pipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes decisions at a fixed rate and times each, from when it was due, until each healthy receiver has it: in turns
 * with every receiver healthy, and with one more that never answers.
 */
public final class WebhookRun {
    private static final int HEALTHY = 5;
    private static final int ROUNDS = 3;
    private static final int WARM_UP_SECONDS = 5;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MICRO = 1000;
    private static final long LONGEST_MICROS = 600_000_000L;
    private static final int DIGITS = 3;
    private static final double PERCENTILE = 99;
    private static final double MICROS_PER_MILLI = 1000;
    private static final long PATIENCE_SECONDS = 120;

    private final Pipeline pipeline;
    private final Random random;
    private final Map<String, Long> dueByEvent = new ConcurrentHashMap<>();
    private volatile Histogram micros = histogram();
    private volatile CountDownLatch outstanding = new CountDownLatch(0);

    public WebhookRun(Pipeline pipeline, long seed) {
        this.pipeline = pipeline;
        this.random = new Random(seed);
    }

    /**
     * What was measured.
     *
     * @param messages that each of the two figures is made of
     * @param noneHung p99 in milliseconds
     * @param oneHung p99 in milliseconds
     */
    public record Isolation(int perSecond, long messages, double noneHung, double oneHung) {}

    /** Measures for so many seconds of each kind, in turns. */
    public Isolation measure(int perSecond, int seconds) throws IOException, InterruptedException {
        Histogram none = histogram();
        Histogram hung = histogram();
        try (Receivers receivers = new Receivers(this::arrived);
                WebhookApi api = new WebhookApi(pipeline.url(), pipeline.issuerUrl());
                KafkaProducer<byte[], byte[]> producer = producer()) {
            List<String> made = new ArrayList<>();
            for (int i = 0; i < HEALTHY; i++) {
                made.add(api.make(receivers.url("/healthy/" + i)));
            }
            send(producer, perSecond, WARM_UP_SECONDS, histogram());
            int each = Math.max(1, seconds / ROUNDS);
            for (int round = 0; round < ROUNDS; round++) {
                send(producer, perSecond, each, none);
                String hangs = api.make(receivers.url("/hung"));
                send(producer, perSecond, each, hung);
                api.delete(hangs);
            }
            for (String webhook : made) {
                api.delete(webhook);
            }
        }
        return new Isolation(perSecond, none.getTotalCount(), millis(none), millis(hung));
    }

    private void send(KafkaProducer<byte[], byte[]> producer, int perSecond, int seconds, Histogram into)
            throws InterruptedException {
        int count = perSecond * seconds;
        micros = into;
        outstanding = new CountDownLatch(count * HEALTHY);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * NANOS_PER_SECOND / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            producer.send(decision(due));
        }
        producer.flush();
        if (!outstanding.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(outstanding.getCount() + " messages have not reached healthy receivers");
        }
        dueByEvent.clear();
    }

    private void arrived(String eventId, long nanos) {
        Long due = dueByEvent.get(eventId);
        if (due != null) {
            micros.recordValue(Math.min(LONGEST_MICROS, (nanos - due) / NANOS_PER_MICRO));
            outstanding.countDown();
        }
    }

    private ProducerRecord<byte[], byte[]> decision(long due) {
        String eventId = new UUID(random.nextLong(), random.nextLong()).toString();
        String application = new UUID(random.nextLong(), random.nextLong()).toString();
        dueByEvent.put(eventId, due);
        Map<String, String> headers = Map.of(
                "ce_specversion", "1.0",
                "ce_id", eventId,
                "ce_source", "/plumbline/decision-service",
                "ce_type", "dev.plumbline.decision.changed.v1",
                "ce_subject", application,
                "ce_time", Instant.now().toString(),
                "content-type", "application/json");
        List<Header> all = new ArrayList<>();
        headers.forEach((name, value) -> all.add(new RecordHeader(name, utf8(value))));
        String data = """
                {"applicationId": "%s", "externalId": "ats-1", "jobId": "%s", "number": 1, "recommendation": "PENDING",
                 "complete": false, "withdrawn": false, "rubricVersion": 1}""".formatted(application, application);
        return new ProducerRecord<>(
                "plumbline.decisions.v1", null, utf8(application), utf8(data), new RecordHeaders(all));
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", pipeline.kafka(), "acks", "all", "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static Histogram histogram() {
        return new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
    }

    private static double millis(Histogram histogram) {
        return histogram.getValueAtPercentile(PERCENTILE) / MICROS_PER_MILLI;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
