package dev.plumbline.kit.inbox;

import dev.plumbline.kit.tracing.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Takes batches of records, each in one transaction. A record that is no valid event is dead-lettered and the rest go
 * on; a failure of the infrastructure is waited out, however long it lasts; an error that is neither is narrowed down
 * to the one record that brings it up, which is then dead-lettered. While the service stops, no failure says anything of a
 * record, for what is needed to take it may be gone already: the batch is given back unacknowledged, and whoever has the
 * partition next reads it again.
 */
@Startup
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final EnvelopeReader envelopes;
    private final DeadLetters deadLetters;
    private final Traces traces;
    private final DistributionSummary batchSize;
    private final Timer transactions;
    private final Counter retries;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Inbox(EnvelopeReader envelopes, DeadLetters deadLetters, Traces traces, MeterRegistry meters) {
        this.envelopes = envelopes;
        this.deadLetters = deadLetters;
        this.traces = traces;
        this.batchSize = DistributionSummary.builder("plumbline.inbox.batch")
                .description("Records taken in one transaction")
                .baseUnit("records")
                .register(meters);
        this.transactions = Timer.builder("plumbline.inbox.transaction")
                .description("From the beginning of a batch's transaction to its end, also where that is a failure")
                .register(meters);
        this.retries = Counter.builder("plumbline.inbox.retries")
                .description("Times that a batch had to wait for the infrastructure and was tried again")
                .register(meters);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** Gives the events of a batch to {@code handler}, one by one, in one transaction. */
    public void consume(ConsumerRecords<String, byte[]> records, EventHandler handler) {
        consumeBatch(records, oneByOne(handler));
    }

    /** Takes the events of a batch one by one, and sets those aside that {@code handler} rejects. */
    public BatchHandler oneByOne(EventHandler handler) {
        return events -> {
            for (InboundEvent event : events) {
                try {
                    Traces.within(event.traceparent(), () -> handler.handle(event));
                } catch (RejectedEvent rejected) {
                    deadLetters.add(event.record(), rejected.reason());
                }
            }
        };
    }

    /** Takes a record that was set aside once more, in the current transaction; nothing that fails is tried again. */
    void takeAgain(ConsumerRecord<String, byte[]> record, BatchHandler handler) {
        try (BatchSteps steps = new BatchSteps(traces, 1)) {
            take(List.of(record), handler, steps);
        }
    }

    /** What a record is set aside with that brings up an error of the program. */
    static String reasonOf(RuntimeException error) {
        return "the service failed on it: " + error.getClass().getSimpleName();
    }

    /** Gives the events of a batch to {@code handler}, all together, in one transaction. */
    public void consumeBatch(ConsumerRecords<String, byte[]> records, BatchHandler handler) {
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>(records.count());
        records.forEach(batch::add);
        consumeBatch(batch, handler);
    }

    /** Gives the events of these records to {@code handler}, all together, in one transaction. */
    public void consumeBatch(List<ConsumerRecord<String, byte[]>> batch, BatchHandler handler) {
        if (batch.isEmpty()) {
            return;
        }
        batchSize.record(batch.size());
        try {
            untilItWorks(() -> transactions.record(() -> inTransaction(batch, handler)));
        } catch (UnexpectedFailure failure) {
            LOG.errorf(failure.getCause(), "A batch of %d records failed; taking them one by one", batch.size());
            for (ConsumerRecord<String, byte[]> record : batch) {
                takeAlone(record, handler);
            }
        }
    }

    /**
     * Reads the events of these records in one transaction, and does afterwards, outside of it, what has transactions of its own:
     * however long all of them take, none is open for so long. What fails is treated as with {@link #consumeBatch}; both may be
     * called again with the same events.
     *
     * @param read what is to be done with the events; it may set some of them aside
     */
    public <T> void consumeBatch(
            List<ConsumerRecord<String, byte[]>> batch, Function<List<InboundEvent>, T> read, Consumer<T> work) {
        if (batch.isEmpty()) {
            return;
        }
        batchSize.record(batch.size());
        try {
            untilItWorks(() -> inTwoSteps(batch, read, work));
        } catch (UnexpectedFailure failure) {
            LOG.errorf(failure.getCause(), "A batch of %d records failed; taking them one by one", batch.size());
            for (ConsumerRecord<String, byte[]> record : batch) {
                takeAlone(record, () -> inTwoSteps(List.of(record), read, work));
            }
        }
    }

    private <T> void inTwoSteps(
            List<ConsumerRecord<String, byte[]>> batch, Function<List<InboundEvent>, T> read, Consumer<T> work) {
        List<T> found = new ArrayList<>(1);
        transactions.record(() -> inTransaction(batch, events -> found.add(read.apply(events))));
        found.forEach(work);
    }

    private void takeAlone(ConsumerRecord<String, byte[]> record, BatchHandler handler) {
        takeAlone(record, () -> transactions.record(() -> inTransaction(List.of(record), handler)));
    }

    private void takeAlone(ConsumerRecord<String, byte[]> record, Runnable taking) {
        try {
            untilItWorks(taking);
        } catch (UnexpectedFailure failure) {
            LOG.errorf(
                    failure.getCause(),
                    "The record %s/%d/%d cannot be taken",
                    record.topic(),
                    record.partition(),
                    record.offset());
            String reason = reasonOf(failure.original);
            untilItWorks(() -> QuarkusTransaction.requiringNew().run(() -> deadLetters.add(record, reason)));
        }
    }

    private void inTransaction(List<ConsumerRecord<String, byte[]>> batch, BatchHandler handler) {
        try (BatchSteps steps = new BatchSteps(traces, batch.size())) {
            try {
                QuarkusTransaction.requiringNew().run(() -> take(batch, handler, steps));
            } catch (RuntimeException e) {
                steps.failed(e);
                throw e;
            }
        }
    }

    private void take(List<ConsumerRecord<String, byte[]>> batch, BatchHandler handler, BatchSteps steps) {
        List<InboundEvent> events = new ArrayList<>(batch.size());
        for (ConsumerRecord<String, byte[]> record : batch) {
            try {
                events.add(steps.begin(envelopes.read(record)));
            } catch (RejectedEvent rejected) {
                deadLetters.add(record, rejected.reason());
            }
        }
        if (!events.isEmpty()) {
            handler.handle(events);
        }
    }

    private void untilItWorks(Runnable work) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (stopping.getCount() == 0) {
                    throw e;
                }
                if (!Failures.isOfInfrastructure(e)) {
                    throw new UnexpectedFailure(e);
                }
                retries.increment();
                LOG.warnf("A batch has to wait, trying again in %s: %s", pause, Failures.rootOf(e));
                waitUnlessStopping(pause, e);
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            }
        }
    }

    private void waitUnlessStopping(Duration pause, RuntimeException failure) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private static final class UnexpectedFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient RuntimeException original;

        UnexpectedFailure(RuntimeException original) {
            super(original);
            this.original = original;
        }
    }
}
