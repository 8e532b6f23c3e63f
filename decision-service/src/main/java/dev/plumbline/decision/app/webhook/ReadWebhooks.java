package dev.plumbline.decision.app.webhook;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads webhooks and their delivery logs. Another person's webhook is one that does not exist. */
@ApplicationScoped
public class ReadWebhooks {
    private final Webhooks webhooks;
    private final DeliveryLog log;
    private final Redeliveries redeliveries;

    ReadWebhooks(Webhooks webhooks, DeliveryLog log, Redeliveries redeliveries) {
        this.webhooks = webhooks;
        this.log = log;
        this.redeliveries = redeliveries;
    }

    /**
     * Webhooks in the order of their ids.
     *
     * @param person whose; null for everybody's
     */
    public List<Webhook> list(@Nullable String person, @Nullable UUID after, int most) {
        return webhooks.list(person, after, most);
    }

    /**
     * One webhook.
     *
     * @param person who may see only their own; null for one who may see all
     * @throws ProblemException 404 where there is none
     */
    public Webhook one(UUID id, @Nullable String person) {
        return visible(webhooks.find(id), id, person);
    }

    /** Entries of its delivery log, the newest event first; 404 as with {@link #one}. */
    public List<Delivery> deliveries(
            UUID id,
            @Nullable String person,
            Delivery.@Nullable Status status,
            DeliveryLog.@Nullable Place after,
            int most) {
        one(id, person);
        return log.list(id, status, after, most);
    }

    /** One entry of its delivery log; 404 as with {@link #one}. */
    public Delivery delivery(UUID id, UUID deliveryId, @Nullable String person) {
        one(id, person);
        return log.find(id, deliveryId)
                .orElseThrow(() -> new ProblemException(new KitError.NotFound("delivery", deliveryId.toString())));
    }

    /** A range of it that is, or was, sent again; 404 as with {@link #one}. */
    public Redelivery redelivery(UUID id, UUID redeliveryId, @Nullable String person) {
        one(id, person);
        return redeliveries
                .find(id, redeliveryId)
                .orElseThrow(() -> new ProblemException(new KitError.NotFound("redelivery", redeliveryId.toString())));
    }

    static Webhook visible(Optional<Webhook> webhook, UUID id, @Nullable String person) {
        return webhook.filter(found -> found.isVisibleTo(person))
                .orElseThrow(() -> new ProblemException(new KitError.NotFound("webhook", id.toString())));
    }
}
