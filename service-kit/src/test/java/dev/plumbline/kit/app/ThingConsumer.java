package dev.plumbline.kit.app;

import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.Inbox;
import dev.plumbline.kit.inbox.RejectedEvent;
import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes things from other services. */
@ApplicationScoped
public class ThingConsumer {
    /** How many more times the database is away. */
    public static final AtomicInteger OUTAGES = new AtomicInteger();

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

    @Incoming("things")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(records, this::take);
    }

    private void take(InboundEvent event) {
        if (!event.data().hasNonNull("note")) {
            throw new RejectedEvent("note is missing");
        }
        if (OUTAGES.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new IllegalStateException(new SQLException("the connection is gone", "08006"));
        }
        if (event.data().get("note").textValue().equals(TRACED)) {
            outbox.append(new OutboxEvent("things.v1", event.subject(), "thing.taken", Map.of("id", event.subject())));
        }
        things.store(
                event.subject(),
                event.data().get("revision").longValue(),
                event.data().get("note").textValue());
    }
}
