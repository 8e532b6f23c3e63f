package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.app.SharedClock;
import dev.plumbline.decision.app.webhook.Deliveries.Due;
import dev.plumbline.kit.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Sends what is due, each webhook in lanes of its own: virtual threads, a few for each, that nobody else waits for. A
 * receiver that hangs holds up its own lanes and no one else's.
 */
@ApplicationScoped
public class DeliveryLanes {
    private static final Logger LOG = Logger.getLogger(DeliveryLanes.class);
    /** How often it looks for what has become due, or was left by another instance. */
    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

    private final Deliveries deliveries;
    private final AttemptDelivery attemptDelivery;
    private final Secrets secrets;
    private final TransactionSynchronizationRegistry transactions;
    private final SharedClock clock;
    private final int width;
    private final Map<UUID, Integer> lanes = new HashMap<>();
    private final Worker coordinator = new Worker("webhooks", LOOK_AROUND, this::openLanes);

    DeliveryLanes(
            Deliveries deliveries,
            AttemptDelivery attemptDelivery,
            Secrets secrets,
            TransactionSynchronizationRegistry transactions,
            WebhookSettings settings,
            SharedClock clock) {
        this.deliveries = deliveries;
        this.attemptDelivery = attemptDelivery;
        this.secrets = secrets;
        this.transactions = transactions;
        this.clock = clock;
        this.width = settings.attemptsAtOnce();
    }

    void start(@Observes StartupEvent event) {
        if (secrets.areOn()) {
            coordinator.start();
        }
    }

    /** Attempts under way are left to end by themselves; those that cannot are taken up when their claims run out. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        coordinator.stop();
    }

    /** Says that something may be due. */
    public void wake() {
        coordinator.wake();
    }

    /** Says that something may be due once the current transaction has been committed. */
    void wakeAfterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing has happened yet.
            }

            @Override
            public void afterCompletion(int status) {
                wake();
            }
        });
    }

    private boolean openLanes() {
        deliveries.due(clock.instant(), width).forEach(this::open);
        return false;
    }

    private void open(Due due) {
        synchronized (lanes) {
            int open = lanes.getOrDefault(due.webhookId(), 0);
            int wanted = Math.min(width, open + due.deliveries());
            for (int lane = open; lane < wanted; lane++) {
                lanes.merge(due.webhookId(), 1, Integer::sum);
                Thread.ofVirtual().name("webhook-" + due.webhookId()).start(() -> serve(due.webhookId()));
            }
        }
    }

    private void serve(UUID webhookId) {
        try {
            boolean more = true;
            while (more && !coordinator.isStopping()) {
                more = attemptDelivery.attemptNext(webhookId);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!coordinator.isStopping()) {
                LOG.warnf(e, "A lane of webhook %s ends; what it had is taken up again", webhookId);
            }
        } finally {
            close(webhookId);
        }
    }

    private void close(UUID webhookId) {
        synchronized (lanes) {
            lanes.computeIfPresent(webhookId, (id, open) -> open == 1 ? null : open - 1);
        }
    }
}
