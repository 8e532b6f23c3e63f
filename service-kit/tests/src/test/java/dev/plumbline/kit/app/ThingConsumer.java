package dev.plumbline.kit.app;

import dev.plumbline.kit.inbox.BatchHandler;
import dev.plumbline.kit.inbox.EnvelopeReader;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.Inbox;
import dev.plumbline.kit.inbox.RejectedEvent;
import dev.plumbline.kit.inbox.TopicConsumer;
import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes things from other services. */
@ApplicationScoped
public class ThingConsumer implements TopicConsumer {
    /** How many more times the database is away. */
    public static final AtomicInteger OUTAGES = new AtomicInteger();

    /** Things whose missing note has been mended: the service takes them without. */
    public static final Set<String> MENDED = ConcurrentHashMap.newKeySet();

    /** How many events were taken so far. */
    public static final AtomicInteger TAKEN = new AtomicInteger();

    /** The type of events that need not be read again. */
    public static final String PASSING = "thing.passed";

    /** The note of a thing of which another event comes. */
    static final String TRACED = "traced";

    private final Inbox inbox;
    private final Outbox outbox;
    private final Things things;

    ThingConsumer(Inbox inbox, Outbox outbox, Things things) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.things = things;
    }

    @Override
    public Set<String> topics() {
        return Set.of("incoming.v1");
    }

    /** Of what passes nothing is kept that anybody would miss. */
    @Override
    public boolean keeps(ConsumerRecord<String, byte[]> record) {
        return !PASSING.equals(EnvelopeReader.typeOf(record));
    }

    @Override
    public BatchHandler handler() {
        return inbox.oneByOne(this::take);
    }

    @Incoming("things")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(records, this::take);
    }

    private void take(InboundEvent event) {
        boolean isMended = MENDED.contains(event.subject());
        if (!event.data().hasNonNull("note") && !isMended) {
            throw new RejectedEvent("note is missing");
        }
        if (OUTAGES.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new IllegalStateException(new SQLException("the connection is gone", "08006"));
        }
        TAKEN.incrementAndGet();
        String note = event.data().path("note").asText("none");
        if (note.equals(TRACED)) {
            outbox.append(new OutboxEvent("things.v1", event.subject(), "thing.taken", Map.of("id", event.subject())));
        }
        things.store(event.subject(), event.data().get("revision").longValue(), note);
    }
}
