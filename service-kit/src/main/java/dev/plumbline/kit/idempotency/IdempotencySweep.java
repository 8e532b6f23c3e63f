package dev.plumbline.kit.idempotency;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Deletes idempotency keys whose 24 hours are over, also where no other key comes in: a request's digest and its answer
 * may be about a person, and are kept no longer than they are needed.
 */
@ApplicationScoped
class IdempotencySweep {
    private static final Logger LOG = Logger.getLogger(IdempotencySweep.class);

    private final IdempotencyKeys keys;
    private final Duration interval;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("idempotency-sweep").daemon().factory());

    IdempotencySweep(
            IdempotencyKeys keys,
            @ConfigProperty(name = "plumbline.idempotency.sweep-interval", defaultValue = "10M") Duration interval) {
        this.keys = keys;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(this::sweep, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private void sweep() {
        try {
            keys.deleteExpired();
        } catch (RuntimeException e) {
            // The next run does it.
            LOG.warnf("Expired idempotency keys cannot be deleted now: %s", e.getMessage());
        }
    }
}
