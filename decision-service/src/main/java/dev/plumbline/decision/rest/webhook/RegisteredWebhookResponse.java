package dev.plumbline.decision.rest.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook with its first secret, for the OpenAPI document: see {@link WebhookResponse}.
 *
 * @param secret {@code whsec_} and base64, shown in this answer only
 */
@Schema(name = "RegisteredWebhook")
public record RegisteredWebhookResponse(
        UUID id,
        String owner,
        String url,
        List<String> eventTypes,
        List<UUID> jobIds,
        boolean enabled,
        @Nullable String disabledBecause,
        String secretId,
        @Nullable Instant previousSecretUntil,
        Instant createdAt,
        Instant changedAt,
        String secret) {}
