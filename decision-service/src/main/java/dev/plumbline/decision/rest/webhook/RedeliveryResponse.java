package dev.plumbline.decision.rest.webhook;

import dev.plumbline.decision.app.webhook.Delivery;
import dev.plumbline.decision.app.webhook.Redelivery;
import dev.plumbline.decision.rest.webhook.RangeRequest.Ended;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A range that is sent again.
 *
 * @param from of the event's time, inclusive
 * @param to of the event's time, exclusive
 * @param status only deliveries that stood there; null for both
 * @param deliveries how many have been put behind what waits so far
 * @param finishedAt when all of them had been; null until then
 */
@Schema(name = "WebhookRedelivery")
public record RedeliveryResponse(
        UUID id,
        Instant from,
        Instant to,
        @Nullable Ended status,
        int deliveries,
        Instant requestedAt,
        @Nullable Instant finishedAt) {

    static RedeliveryResponse of(Redelivery redelivery) {
        Delivery.Status status = redelivery.range().status();
        return new RedeliveryResponse(
                redelivery.id(),
                redelivery.range().from(),
                redelivery.range().to(),
                status == null ? null : Ended.valueOf(status.name()),
                redelivery.deliveries(),
                redelivery.requestedAt(),
                redelivery.finishedAt());
    }
}
