package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.app.SharedClock;
import dev.plumbline.decision.app.webhook.Deliveries.Placed;
import dev.plumbline.kit.work.Worker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends ranges again, by the chunk: while one is put in its place, nothing of that webhook is noted, and so none takes long.
 * A worker of its own, so that nobody's deliveries wait for it; the ranges take turns, so that none waits for a long one.
 */
@ApplicationScoped
public class SendRangesAgain {
    private static final Logger LOG = Logger.getLogger(SendRangesAgain.class);
    private static final int AT_ONCE = 500;
    /** How often it looks for what was left by an instance that died. */
    private static final Duration LOOK_AROUND = Duration.ofSeconds(10);

    private final Redeliveries redeliveries;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final DeliveryLanes lanes;
    private final SharedClock clock;
    private final Worker worker = new Worker("webhooks-redelivering", LOOK_AROUND, this::doNext);
    private @Nullable UUID last;
    /** Whether something was sent again, or found to be done, since the first one had its turn. */
    private boolean hasProgressed;

    SendRangesAgain(
            Redeliveries redeliveries,
            Webhooks webhooks,
            Deliveries deliveries,
            DeliveryLanes lanes,
            SharedClock clock) {
        this.redeliveries = redeliveries;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.lanes = lanes;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop();
    }

    /** Says that a range has been asked for. */
    void wake() {
        worker.wake();
    }

    private boolean doNext() throws InterruptedException {
        UUID before = last;
        boolean isMore;
        try {
            isMore = QuarkusTransaction.requiringNew().call(this::sendSome);
            // Only by now is it so.
            hasProgressed |= last != null;
        } catch (RuntimeException e) {
            UUID failed = last;
            if (failed == null || failed.equals(before)) {
                // None was found: the database is away, and with it all of them.
                throw e;
            }
            LOG.warnf(e, "The range %s cannot be sent again now, trying again after the others", failed);
            isMore = true;
        }
        if (isMore) {
            lanes.wake();
            Breath.take();
        }
        return isMore;
    }

    /** False where a round is over in which nothing was done: the next one waits, lest one that always fails is tried always. */
    private boolean sendSome() {
        Optional<Redelivery> next = redeliveries.lockNext(last);
        // Noted first: one that fails is not tried before the others have had their turns.
        last = next.map(Redelivery::id).orElse(null);
        if (next.isPresent()) {
            sendSomeOf(next.get());
            return true;
        }
        boolean isMore = hasProgressed;
        hasProgressed = false;
        return isMore;
    }

    private void sendSomeOf(Redelivery one) {
        // Read before the webhook is locked: of a long log this may take a while.
        List<Placed> some = deliveries.finished(one, AT_ONCE);
        if (webhooks.lock(one.webhookId()).isEmpty()) {
            // It was removed since.
            redeliveries.finish(one.id(), 0, clock.instant());
            return;
        }
        List<UUID> ids = some.stream().map(Placed::id).toList();
        int sent = ids.isEmpty() ? 0 : deliveries.sendAgain(one.webhookId(), ids, one.upTo(), clock.instant());
        if (some.size() < AT_ONCE) {
            redeliveries.finish(one.id(), sent, clock.instant());
        } else {
            redeliveries.advance(one.id(), some.getLast().position(), sent);
        }
    }
}
