package dev.plumbline.decision.rest.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of webhooks, for the OpenAPI document. */
@Schema(name = "WebhookPage")
public record WebhookPage(
        List<WebhookResponse> items, @Nullable String next) {}
