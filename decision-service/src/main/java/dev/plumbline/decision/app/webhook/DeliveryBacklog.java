package dev.plumbline.decision.app.webhook;

import java.time.Instant;
import java.util.Map;

/** What of the deliveries has not been done yet, for those who watch. */
public interface DeliveryBacklog {
    /**
     * How it stands.
     *
     * @param pending deliveries that are not finished, also of webhooks that are disabled; 100,000 where they are more
     * @param secondsLate for how long the attempt that is due for the longest has been so; 0 where none is
     * @param webhooks how many there are in each state
     */
    record Backlog(long pending, double secondsLate, Map<Webhook.State, Long> webhooks) {
        public Backlog {
            webhooks = Map.copyOf(webhooks);
        }

        /** How many webhooks are in this state. */
        public long webhooks(Webhook.State state) {
            return webhooks.getOrDefault(state, 0L);
        }
    }

    /**
     * Reads it.
     *
     * @throws IllegalStateException where that cannot be done now
     */
    Backlog read(Instant now);
}
