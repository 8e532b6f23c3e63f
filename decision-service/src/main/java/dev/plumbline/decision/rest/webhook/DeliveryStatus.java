package dev.plumbline.decision.rest.webhook;

import dev.plumbline.decision.app.webhook.Delivery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a delivery stands: on its way, with the receiver, or given up. */
@Schema(name = "WebhookDeliveryStatus")
public enum DeliveryStatus {
    PENDING,
    DELIVERED,
    EXHAUSTED;

    static DeliveryStatus of(Delivery.Status status) {
        return switch (status) {
            case PENDING -> PENDING;
            case DELIVERED -> DELIVERED;
            case EXHAUSTED -> EXHAUSTED;
        };
    }
}
