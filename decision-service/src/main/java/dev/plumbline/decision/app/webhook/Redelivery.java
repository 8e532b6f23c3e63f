package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.app.webhook.Deliveries.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A range of a webhook's deliveries that is sent again.
 *
 * @param upTo the last position that there was when it was asked for: what is sent again meanwhile, and so has another one,
 *     does not come twice
 * @param doneTo the position that it has come to
 * @param deliveries how many have been put in their places so far
 * @param requestedAt when it was asked for: what was on its way then is not sent again, whatever has become of it since
 * @param finishedAt when the last of them was put in its place; null while it is under way
 */
public record Redelivery(
        UUID id,
        UUID webhookId,
        Range range,
        long upTo,
        long doneTo,
        int deliveries,
        Instant requestedAt,
        @Nullable Instant finishedAt) {
    /** How far apart two instances may be by the clock that they share. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(2);

    /** Until when a delivery of it has ended. Better one comes twice than that one which had ended is left out. */
    public Instant endedUntil() {
        return requestedAt.plus(CLOCKS_APART);
    }
}
