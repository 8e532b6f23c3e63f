package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.app.SharedClock;
import dev.plumbline.kit.work.Worker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes away, by the chunk, what is older than the delivery log is kept, whatever became of it, and what is left of removed
 * webhooks. A worker of its own, so that nobody's deliveries wait for it; on one instance at a time.
 */
@ApplicationScoped
public class ForgetDeliveries {
    /** Taken away in one transaction: while it lasts, nothing of that webhook is noted. */
    private static final int AT_ONCE = 500;

    private static final Duration LOOK_AROUND = Duration.ofSeconds(10);
    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(1);

    private final DeliveryRemoval removal;
    private final WebhookSettings settings;
    private final SharedClock clock;
    private final Worker worker = new Worker("webhooks-forgetting", LOOK_AROUND, this::forgetSome);
    private @Nullable UUID last;
    private @Nullable Instant lastRound;

    ForgetDeliveries(DeliveryRemoval removal, WebhookSettings settings, SharedClock clock) {
        this.removal = removal;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        // Also where there are no webhooks any more, because no key is configured: what there was is kept no longer.
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop();
    }

    /** Says that a webhook has been removed. */
    void wake() {
        worker.wake();
    }

    /** One chunk; false where there is nothing to take away now, or another instance is at it. */
    private boolean forgetSome() throws InterruptedException {
        boolean isMore = QuarkusTransaction.requiringNew()
                .call(() -> removal.tryTurn() && (removal.removeSome(AT_ONCE) || forgetOld()));
        if (isMore) {
            Breath.take();
        }
        return isMore;
    }

    private boolean forgetOld() {
        Instant now = clock.instant();
        if (last == null && !isTimeForRound(now)) {
            return false;
        }
        Optional<UUID> webhook = removal.webhookAfter(last);
        if (webhook.isEmpty()) {
            last = null;
            lastRound = now;
            return false;
        }
        if (forgetBefore(webhook.get(), now) < AT_ONCE) {
            last = webhook.get();
        }
        return true;
    }

    /** Also where the last one was at a time that is yet to come: a clock that was wrong has been set right since. */
    private boolean isTimeForRound(Instant now) {
        return lastRound == null || Duration.between(lastRound, now).abs().compareTo(BETWEEN_ROUNDS) >= 0;
    }

    /** Forgets a chunk of what of a webhook is due to be forgotten, in the current transaction; how many that were. */
    public int forgetBefore(UUID webhookId, Instant now) {
        return removal.forgetBefore(webhookId, now.minus(settings.retention()), now, AT_ONCE);
    }
}
