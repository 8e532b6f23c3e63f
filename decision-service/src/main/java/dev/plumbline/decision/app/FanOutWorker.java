package dev.plumbline.decision.app;

import dev.plumbline.kit.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Spreads rubric versions in the background, one chunk after the other. */
@ApplicationScoped
public class FanOutWorker {
    /** How often it looks for what another instance left when it died. */
    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

    private final Worker worker;

    FanOutWorker(FanOutRubric fanOut) {
        this.worker = new Worker("rubric-fan-out", LOOK_AROUND, fanOut::doNextChunk);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop();
    }

    /** Says that there may be something to do. */
    public void wake() {
        worker.wake();
    }
}
