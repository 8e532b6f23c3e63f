package dev.plumbline.decision.rest.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Says when streams have to end because the service does. A stopping service waits for requests under way, and a stream
 * would keep it waiting for all the time it has: so they end with the first sign of it, the process's own.
 */
@ApplicationScoped
class OpenStreams {
    private final Thread hook = new Thread(this::end, "end-of-streams");
    private volatile boolean ending;

    /**
     * Not when the first stream is opened: without one the hook would be added while the process ends, which fails, and with
     * it the end of whoever is told after this one.
     */
    void start(@Observes StartupEvent event) {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void stop(@Observes ShutdownEvent event) {
        end();
    }

    @PreDestroy
    void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends already, and the hook has run.
            end();
        }
    }

    private void end() {
        ending = true;
    }

    /** Whether streams may go on. */
    boolean goOn() {
        return !ending;
    }
}
