package dev.plumbline.decision.messaging.webhook;

import dev.plumbline.decision.app.webhook.DeliveryLanes;
import dev.plumbline.decision.app.webhook.RecordDeliveries;
import dev.plumbline.decision.app.webhook.WebhookEvent;
import dev.plumbline.decision.events.DecisionTopic;
import dev.plumbline.kit.inbox.BatchHandler;
import dev.plumbline.kit.inbox.DeadLetters;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.Inbox;
import dev.plumbline.kit.inbox.RejectedEvent;
import dev.plumbline.kit.inbox.TopicConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes what was published on the decisions topic for those who have webhooks. */
@ApplicationScoped
public class WebhookFeed implements TopicConsumer {
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final RecordDeliveries recordDeliveries;
    private final DeliveryLanes lanes;

    WebhookFeed(Inbox inbox, DeadLetters deadLetters, RecordDeliveries recordDeliveries, DeliveryLanes lanes) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.recordDeliveries = recordDeliveries;
        this.lanes = lanes;
    }

    @Override
    public Set<String> topics() {
        return Set.of(DecisionTopic.NAME);
    }

    @Override
    public BatchHandler handler() {
        return this::record;
    }

    @Override
    public void taken() {
        lanes.wake();
    }

    /** What is told to others once is not told again. */
    @Override
    public boolean keepsFacts() {
        return false;
    }

    /** Takes a batch: each webhook's part in a transaction of its own, and no other one open around them. */
    void take(List<ConsumerRecord<String, byte[]>> records) {
        inbox.consumeBatch(records, this::read, recordDeliveries::record);
        lanes.wake();
    }

    private void record(List<InboundEvent> events) {
        recordDeliveries.record(read(events));
    }

    private List<WebhookEvent> read(List<InboundEvent> events) {
        List<WebhookEvent> known = new ArrayList<>(events.size());
        for (InboundEvent event : events) {
            try {
                WebhookEvents.read(event).ifPresent(known::add);
            } catch (RejectedEvent rejected) {
                deadLetters.add(event.record(), rejected.reason());
            }
        }
        return known;
    }
}
