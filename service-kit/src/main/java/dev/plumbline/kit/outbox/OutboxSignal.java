package dev.plumbline.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes this process' relay when a transaction with events has been committed here. */
@ApplicationScoped
class OutboxSignal {
    private final Semaphore raised = new Semaphore(0);

    void raise() {
        raised.release();
    }

    /** Waits until the signal is raised, at most for {@code most}; signals raised meanwhile count as one. */
    void await(Duration most) throws InterruptedException {
        if (raised.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            raised.drainPermits();
        }
    }
}
