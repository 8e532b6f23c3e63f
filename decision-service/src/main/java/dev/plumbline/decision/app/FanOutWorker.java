package dev.plumbline.decision.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Spreads rubric versions in the background, one chunk after the other. */
@ApplicationScoped
public class FanOutWorker {
    private static final Logger LOG = Logger.getLogger(FanOutWorker.class);
    /** How often it looks for what another instance left when it died. */
    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final FanOutRubric fanOut;
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    FanOutWorker(FanOutRubric fanOut) {
        this.fanOut = fanOut;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("rubric-fan-out").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        Thread worker = thread;
        if (worker != null && !worker.join(STOP_WITHIN)) {
            worker.interrupt();
        }
    }

    /** Says that there may be something to do. */
    public void wake() {
        signal.release();
    }

    private void run() {
        while (!stopping) {
            try {
                if (!fanOut.doNextChunk() && signal.tryAcquire(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warn("A rubric version cannot be spread now, trying again", e);
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            signal.tryAcquire(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
