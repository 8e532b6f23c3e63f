package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.app.webhook.Deliveries.Range;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Sends again what was delivered or given up: the same bytes under the same id, behind all that waits already. */
@ApplicationScoped
public class SendAgain {
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final DeliveryLog log;
    private final DeliveryLanes lanes;
    private final Clock clock;

    SendAgain(Webhooks webhooks, Deliveries deliveries, DeliveryLog log, DeliveryLanes lanes, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.log = log;
        this.lanes = lanes;
        this.clock = clock;
    }

    /**
     * Sends one again.
     *
     * @throws ProblemException 404 where there is none, 409 where it is on its way
     */
    @Transactional
    public Delivery one(UUID webhookId, UUID deliveryId, String owner) {
        ReadWebhooks.visible(webhooks.lock(webhookId), webhookId, owner);
        Delivery delivery = find(webhookId, deliveryId);
        if (delivery.status() == Delivery.Status.PENDING) {
            throw new ProblemException(new WebhookError.DeliveryPending());
        }
        deliveries.sendAgain(webhookId, deliveryId, clock.instant());
        lanes.wakeAfterCommit();
        return find(webhookId, deliveryId);
    }

    /** Sends those of a range again that are not on their way; how many there are. */
    @Transactional
    public int all(UUID webhookId, Range range, String owner) {
        ReadWebhooks.visible(webhooks.lock(webhookId), webhookId, owner);
        int count = deliveries.sendAgain(webhookId, range, clock.instant());
        lanes.wakeAfterCommit();
        return count;
    }

    private Delivery find(UUID webhookId, UUID deliveryId) {
        return log.find(webhookId, deliveryId)
                .orElseThrow(() -> new ProblemException(new KitError.NotFound("delivery", deliveryId.toString())));
    }
}
