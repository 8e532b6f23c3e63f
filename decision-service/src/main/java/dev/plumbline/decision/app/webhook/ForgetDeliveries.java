package dev.plumbline.decision.app.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Takes from the delivery log what is older than it is kept, whatever became of it. */
@ApplicationScoped
public class ForgetDeliveries {
    /** Taken away in one transaction. */
    private static final int AT_ONCE = 1000;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final WebhookSettings settings;
    private final Clock clock;

    ForgetDeliveries(Webhooks webhooks, Deliveries deliveries, WebhookSettings settings, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    /** Forgets all that is due to be forgotten; how many deliveries that were. */
    public int forget() {
        return webhooks.list(null, null, Integer.MAX_VALUE).stream()
                .mapToInt(webhook -> forget(webhook.id()))
                .sum();
    }

    private int forget(UUID webhookId) {
        Instant now = clock.instant();
        Instant before = now.minus(settings.retention());
        int all = 0;
        int some;
        do {
            some = QuarkusTransaction.requiringNew()
                    .call(() -> deliveries.forgetBefore(webhookId, before, now, AT_ONCE));
            all += some;
        } while (some == AT_ONCE);
        return all;
    }
}
