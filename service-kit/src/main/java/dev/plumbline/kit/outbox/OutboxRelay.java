package dev.plumbline.kit.outbox;

import dev.plumbline.kit.tracing.Traces;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox. One relay per database is active, the one whose connection holds an advisory lock; the others
 * stand by. Rows are read in order, sent with an idempotent producer, and removed after the broker's acknowledgement:
 * a crash in between publishes the same bytes again.
 */
@ApplicationScoped
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final AgroalDataSource dataSource;
    private final OutboxSignal signal;
    private final OutboxSettings settings;
    private final OutboxProducer producers;
    private final LostTopics lost;
    private final Traces traces;
    private final Counter published;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean active;
    private @Nullable Thread thread;

    OutboxRelay(
            AgroalDataSource dataSource,
            OutboxSignal signal,
            OutboxSettings settings,
            OutboxProducer producers,
            LostTopics lost,
            Traces traces,
            MeterRegistry meters) {
        this.dataSource = dataSource;
        this.signal = signal;
        this.settings = settings;
        this.producers = producers;
        this.lost = lost;
        this.traces = traces;
        this.published = Counter.builder("plumbline.outbox.published")
                .description("Records that the broker has acknowledged")
                .register(meters);
        Gauge.builder("plumbline.outbox.relay.active", this, relay -> relay.active ? 1 : 0)
                .description("1 where this instance is the one that publishes the outbox")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        if (settings.relay()) {
            Thread relay = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
            this.thread = relay;
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        signal.raise();
        Thread relay = thread;
        if (relay != null && !relay.join(STOP_WITHIN)) {
            relay.interrupt();
        }
    }

    private void run() {
        try {
            while (isWanted()) {
                try (Producer<byte[], byte[]> producer = producers.create()) {
                    relayWith(producer);
                } catch (SQLException | ExecutionException | RuntimeException e) {
                    if (isWanted()) {
                        LOG.warnf("The outbox cannot be relayed now, trying again: %s", rootOf(e));
                        pause();
                    }
                } catch (Error e) {
                    // Such as no memory for a moment. A thread that ended here would leave everything in the outbox.
                    LOG.error("The relay broke off and tries again", e);
                    pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWanted() {
        return stopping.getCount() > 0;
    }

    /** Whatever is committed meanwhile: what has failed fails again, and a busy service would try it without a pause. */
    private void pause() throws InterruptedException {
        stopping.await(settings.retryInterval().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void relayWith(Producer<byte[], byte[]> producer)
            throws SQLException, InterruptedException, ExecutionException {
        try (Connection connection = dataSource.getConnection()) {
            Kept kept = Kept.of(settings);
            OutboxTable table = new OutboxTable(connection, kept);
            PublishedEvents events = lost.over(connection);
            SendInOrder sending = new SendInOrder(producer);
            while (isWanted() && !table.tryBecomeActive(settings.silence())) {
                signal.await(settings.standbyInterval());
            }
            active = true;
            try {
                while (isWanted() && !sending.isBroken()) {
                    int done = relayOldest(table, sending);
                    done += kept.isAny() ? republish(events, sending) : 0;
                    if (done == 0) {
                        signal.await(settings.pollInterval());
                    }
                }
            } finally {
                active = false;
                // The connection goes back to the pool, not away: it must not take the lock along. Where it is
                // broken, closing it is what ends the lock.
                standDown(connection, table);
            }
        }
    }

    private static void standDown(Connection connection, OutboxTable table) throws SQLException {
        if (connection.isValid(1)) {
            table.standDown();
        } else {
            connection.abort(Runnable::run);
        }
    }

    private int relayOldest(OutboxTable table, SendInOrder sending)
            throws SQLException, InterruptedException, ExecutionException {
        List<OutboxTable.Pending> rows = table.oldest(settings.batchSize(), settings.batchBytes());
        if (rows.isEmpty()) {
            return 0;
        }
        SendInOrder.Sent sent =
                sending.send(rows.stream().map(OutboxTable.Pending::message).toList());
        List<OutboxTable.Pending> acknowledged = rows.subList(0, sent.acknowledged());
        if (!acknowledged.isEmpty()) {
            table.remove(acknowledged);
            published.increment(acknowledged.size());
            acknowledged.forEach(this::note);
        }
        return done(sent);
    }

    /** What cannot be published again is left alone for a while, and holds up nothing that is new, nor another topic. */
    private int republish(PublishedEvents events, SendInOrder sending) throws SQLException, InterruptedException {
        PublishedEvents.Chunk chunk = events.next(settings.batchSize());
        if (chunk == null) {
            return 0;
        }
        SendInOrder.Sent sent = sending.send(chunk.messages());
        events.published(chunk, sent.acknowledged());
        published.increment(sent.acknowledged());
        if (sent.failure() != null) {
            String reason = rootOf(sent.failure());
            LOG.warnf("The republication %s cannot go on now, trying again later: %s", chunk.republication(), reason);
            events.failed(chunk.republication(), reason);
        }
        // Also one without events was work: the next one may have some.
        return Math.max(1, sent.acknowledged());
    }

    private static int done(SendInOrder.Sent sent) throws ExecutionException {
        if (sent.failure() != null) {
            throw sent.failure();
        }
        return sent.acknowledged();
    }

    /** From the writing of the row on: what it waited in the outbox is what one wants to see. */
    private void note(OutboxTable.Pending row) {
        OutboxTable.Traced traced = row.traced();
        if (traced != null) {
            String topic = row.message().topic();
            traces.note(
                    "publish " + topic,
                    SpanKind.PRODUCER,
                    traced.traceparent(),
                    traced.since(),
                    Attributes.builder()
                            .put("messaging.system", "kafka")
                            .put("messaging.operation.name", "publish")
                            .put("messaging.operation.type", "send")
                            .put("messaging.destination.name", topic)
                            .build());
        }
    }

    private static String rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
