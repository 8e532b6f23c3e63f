package dev.plumbline.decision.rest.webhook;

import dev.plumbline.decision.app.webhook.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event for a webhook and what became of it.
 *
 * @param eventId the {@code webhook-id}: the same at every attempt
 * @param reason how the latest attempt failed, such as HTTP_503, TIMED_OUT, TLS_FAILED; null where none did
 * @param nextAttemptAt null where it is finished, is being attempted, or waits for an earlier event of its application
 */
@Schema(name = "WebhookDelivery")
public record DeliveryResponse(
        UUID id,
        String eventId,
        String eventType,
        Instant eventTime,
        UUID applicationId,
        DeliveryStatus status,
        @Nullable String reason,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant finishedAt,
        List<AttemptResponse> attempts) {

    /**
     * One attempt.
     *
     * @param number 1 for the first; goes on counting after a redelivery
     * @param outcome HTTP_ and the status, or why there was none; null while it is under way, or where nobody knows
     */
    @Schema(name = "WebhookAttempt")
    public record AttemptResponse(
            int number,
            Instant startedAt,
            @Nullable String outcome,
            @Nullable Integer durationMillis) {}

    static DeliveryResponse of(Delivery delivery) {
        return new DeliveryResponse(
                delivery.id(),
                delivery.eventId(),
                delivery.eventType(),
                delivery.eventTime(),
                delivery.applicationId(),
                DeliveryStatus.of(delivery.status()),
                delivery.reason(),
                delivery.nextAttemptAt(),
                delivery.finishedAt(),
                delivery.log().stream()
                        .map(attempt -> new AttemptResponse(
                                attempt.number(), attempt.startedAt(), attempt.outcome(), attempt.durationMillis()))
                        .toList());
    }
}
