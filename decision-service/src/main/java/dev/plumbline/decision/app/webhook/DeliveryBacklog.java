package dev.plumbline.decision.app.webhook;

import java.time.Instant;

/** What of the deliveries has not been done yet, for those who watch. */
public interface DeliveryBacklog {
    /**
     * Deliveries that are not finished, also of webhooks that are disabled; 100,000 where they are more, NaN where that cannot
     * be read.
     */
    double pending();

    /** For how many seconds the attempt that is due for the longest has been so: 0 where none is; NaN as above. */
    double secondsLate(Instant now);

    /** Webhooks in this state; NaN as above. */
    double webhooks(Webhook.State state);
}
