package dev.plumbline.benchmarks.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.benchmarks.load.Event;
import dev.plumbline.benchmarks.load.Publisher;
import dev.plumbline.benchmarks.load.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Sends scores at a fixed rate and times each until its decision is received. The clock of a score starts when it is due
 * by the plan, not when it was sent: where the system or this process stalls, all that should have been sent meanwhile
 * is charged with the wait (no coordinated omission).
 */
final class LatencyRun implements DecisionWatch.Listener {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long LONGEST_MICROS = 600_000_000L;
    private static final int DIGITS = 3;
    private static final long NANOS_PER_MICRO = 1000;

    private final Workload workload;
    private final Publisher publisher;
    private final Map<String, Long> dueByEvent = new ConcurrentHashMap<>();
    private final Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);
    private final ObjectMapper mapper = new ObjectMapper();

    LatencyRun(Workload workload, Publisher publisher) {
        this.workload = workload;
        this.publisher = publisher;
    }

    /**
     * Sends scores; returns when the last one is acknowledged.
     *
     * @param timed whether they count, or only warm up
     */
    void send(int perSecond, long scores, boolean timed) {
        long start = System.nanoTime();
        for (long i = 0; i < scores; i++) {
            long due = start + i * NANOS_PER_SECOND / perSecond;
            waitUntil(due);
            Event score = workload.nextScore();
            if (timed) {
                dueByEvent.put(score.id().toString(), due);
            }
            publisher.send(score);
        }
        publisher.flush();
    }

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void changed(ConsumerRecord<byte[], byte[]> decision, long nanos) {
        try {
            JsonNode trigger = mapper.readTree(decision.value()).path("trigger");
            Long due = dueByEvent.remove(trigger.path("eventId").asText());
            if (due != null) {
                micros.recordValue(Math.min(LONGEST_MICROS, (nanos - due) / NANOS_PER_MICRO));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A published decision is not JSON", e);
        }
    }

    Histogram micros() {
        return micros;
    }
}
