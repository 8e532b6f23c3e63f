package dev.plumbline.decision.app.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.app.webhook.ApplicationJobs.JobOf;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision event that was published.
 *
 * @param id the CloudEvent's, which becomes the {@code webhook-id}
 * @param time when it happened
 * @param publishedAt when the broker got it
 * @param job what the event itself says of it; null where it says nothing
 * @param data the whole of it
 * @param traceparent the step of a trace that it belongs to, or null
 */
public record WebhookEvent(
        String id,
        WebhookEventType type,
        Instant time,
        Instant publishedAt,
        UUID applicationId,
        @Nullable JobOf job,
        JsonNode data,
        @Nullable String traceparent) {}
