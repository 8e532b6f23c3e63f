package dev.plumbline.decision.rest.webhook;

import dev.plumbline.decision.app.webhook.Deliveries.Range;
import dev.plumbline.decision.app.webhook.Delivery;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The events to send again.
 *
 * @param from of the event's time, inclusive
 * @param to of the event's time, exclusive
 * @param status only deliveries that stand there; absent for both
 */
@Schema(name = "WebhookRange")
public record RangeRequest(
        Instant from, Instant to, @Nullable Ended status) {
    /** Where a delivery that is not on its way may stand. */
    @Schema(name = "WebhookDeliveryEnd")
    public enum Ended {
        DELIVERED,
        EXHAUSTED
    }

    Range range() {
        return new Range(from, to, status == null ? null : Delivery.Status.valueOf(status.name()));
    }
}
