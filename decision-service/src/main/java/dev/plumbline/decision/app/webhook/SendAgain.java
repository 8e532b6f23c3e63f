package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.app.webhook.Deliveries.Placed;
import dev.plumbline.decision.app.webhook.Deliveries.Range;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Sends again what was delivered or given up: the same bytes under the same id, behind all that waits already. */
@ApplicationScoped
public class SendAgain {
    private static final int AT_ONCE = 500;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final DeliveryLog log;
    private final DeliveryLanes lanes;
    private final SharedClock clock;

    SendAgain(Webhooks webhooks, Deliveries deliveries, DeliveryLog log, DeliveryLanes lanes, SharedClock clock) {
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

    /**
     * Sends those of a range again that are not on their way, by the chunk: while one is put in its place, nothing of that
     * webhook is noted, and so none takes long. What fails on the way leaves the rest as it is.
     *
     * @return how many
     */
    public int all(UUID webhookId, Range range, String owner) {
        ReadWebhooks.visible(webhooks.find(webhookId), webhookId, owner);
        long last = deliveries.lastPosition(webhookId);
        int count = 0;
        List<Placed> some = deliveries.finished(webhookId, range, 0, last, AT_ONCE);
        while (!some.isEmpty()) {
            List<UUID> ids = some.stream().map(Placed::id).toList();
            count += QuarkusTransaction.requiringNew().call(() -> chunk(webhookId, ids, owner));
            lanes.wake();
            pause();
            some = deliveries.finished(webhookId, range, some.getLast().position(), last, AT_ONCE);
        }
        return count;
    }

    private static void pause() {
        try {
            Breath.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Sending a range again was interrupted", e);
        }
    }

    private int chunk(UUID webhookId, List<UUID> ids, String owner) {
        // It may have been removed since.
        ReadWebhooks.visible(webhooks.lock(webhookId), webhookId, owner);
        return deliveries.sendAgain(webhookId, ids, clock.instant());
    }

    private Delivery find(UUID webhookId, UUID deliveryId) {
        return log.find(webhookId, deliveryId)
                .orElseThrow(() -> new ProblemException(new KitError.NotFound("delivery", deliveryId.toString())));
    }
}
