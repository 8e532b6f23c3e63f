package dev.plumbline.decision.messaging.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.app.webhook.ApplicationJobs.JobOf;
import dev.plumbline.decision.app.webhook.WebhookEvent;
import dev.plumbline.decision.app.webhook.WebhookEventType;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.RejectedEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the events of the decisions topic as webhooks need them. */
final class WebhookEvents {
    private WebhookEvents() {}

    /**
     * The event; empty where it is of a type that webhooks do not tell of.
     *
     * @throws RejectedEvent where the event is not about an application
     */
    static Optional<WebhookEvent> read(InboundEvent event) {
        return WebhookEventType.of(event.type()).map(type -> read(event, type));
    }

    private static WebhookEvent read(InboundEvent event, WebhookEventType type) {
        Instant published = Instant.ofEpochMilli(event.record().timestamp());
        Instant time = event.time();
        return new WebhookEvent(
                event.id(),
                type,
                time == null ? published : time,
                published,
                id(event.data(), "applicationId"),
                job(event.data()),
                event.data(),
                event.traceparent());
    }

    private static @Nullable JobOf job(JsonNode data) {
        return data.hasNonNull("jobId") && data.hasNonNull("externalId")
                ? new JobOf(id(data, "jobId"), data.path("externalId").asText())
                : null;
    }

    private static UUID id(JsonNode data, String member) {
        try {
            return UUID.fromString(data.path(member).asText());
        } catch (IllegalArgumentException e) {
            throw new RejectedEvent("/" + member + " is no UUID");
        }
    }
}
