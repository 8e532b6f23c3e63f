package dev.plumbline.decision.messaging.webhook;

import dev.plumbline.decision.app.webhook.DeliveryLanes;
import dev.plumbline.decision.app.webhook.RecordDeliveries;
import dev.plumbline.decision.app.webhook.WebhookEvent;
import dev.plumbline.kit.inbox.DeadLetters;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.Inbox;
import dev.plumbline.kit.inbox.RejectedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes what was published on the decisions topic for those who have webhooks. */
@ApplicationScoped
public class WebhookFeed {
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

    /** Takes a batch, in a transaction of its own. */
    void take(List<ConsumerRecord<String, byte[]>> records) {
        inbox.consumeBatch(records, this::record);
        lanes.wake();
    }

    private void record(List<InboundEvent> events) {
        List<WebhookEvent> known = new ArrayList<>(events.size());
        for (InboundEvent event : events) {
            try {
                WebhookEvents.read(event).ifPresent(known::add);
            } catch (RejectedEvent rejected) {
                deadLetters.add(event.record(), rejected.reason());
            }
        }
        recordDeliveries.record(known);
    }
}
