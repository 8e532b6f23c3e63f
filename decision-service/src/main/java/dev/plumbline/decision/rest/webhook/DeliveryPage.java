package dev.plumbline.decision.rest.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of a delivery log, for the OpenAPI document. */
@Schema(name = "WebhookDeliveryPage")
public record DeliveryPage(
        List<DeliveryResponse> items, @Nullable String next) {}
