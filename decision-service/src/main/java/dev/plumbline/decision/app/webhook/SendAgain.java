package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.app.SharedClock;
import dev.plumbline.decision.app.webhook.Deliveries.Range;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Sends again what was delivered or given up: the same bytes under the same id, behind all that waits already. */
@ApplicationScoped
public class SendAgain {
    /** Of one webhook under way at once: the ranges take turns, and those of others wait for each of these. */
    private static final int MOST_RANGES = 20;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final DeliveryLog log;
    private final DeliveryLanes lanes;
    private final Redeliveries redeliveries;
    private final SendRangesAgain ranges;
    private final SharedClock clock;

    SendAgain(
            Webhooks webhooks,
            Deliveries deliveries,
            DeliveryLog log,
            DeliveryLanes lanes,
            Redeliveries redeliveries,
            SendRangesAgain ranges,
            SharedClock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.log = log;
        this.lanes = lanes;
        this.redeliveries = redeliveries;
        this.ranges = ranges;
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
     * Asks for those of a range to be sent again that are not on their way, in the current transaction: in the order that they
     * have, whatever is finished now. A range that is under way already is not begun once more.
     *
     * @throws ProblemException 404 where there is no such webhook, 409 where as many others are under way as may be
     */
    public Redelivery range(UUID webhookId, Range range, String owner) {
        ReadWebhooks.visible(webhooks.find(webhookId), webhookId, owner);
        // As PostgreSQL keeps them, so that the same range is known again.
        Range kept = new Range(
                range.from().truncatedTo(ChronoUnit.MICROS), range.to().truncatedTo(ChronoUnit.MICROS), range.status());
        List<Redelivery> open = redeliveries.lockOpen(webhookId);
        boolean isUnderWay = open.stream().anyMatch(one -> one.range().equals(kept));
        if (!isUnderWay && open.size() >= MOST_RANGES) {
            throw new ProblemException(new WebhookError.TooManyRanges(MOST_RANGES));
        }
        return redeliveries.request(webhookId, kept, deliveries.lastPosition(webhookId), now());
    }

    /** Says that a range was asked for, once the transaction is over. */
    public void wake() {
        ranges.wake();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Delivery find(UUID webhookId, UUID deliveryId) {
        return log.find(webhookId, deliveryId)
                .orElseThrow(() -> new ProblemException(new KitError.NotFound("delivery", deliveryId.toString())));
    }
}
