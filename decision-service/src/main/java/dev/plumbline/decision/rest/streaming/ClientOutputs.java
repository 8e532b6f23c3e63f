package dev.plumbline.decision.rest.streaming;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Makes the ways to clients; one thread watches over all of them. */
@ApplicationScoped
public class ClientOutputs {
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("slow-clients").daemon().factory());

    ClientOutputs() {
        clock.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }

    /**
     * The way to the client of this request.
     *
     * @param patience how long it may take to make room for a portion
     */
    public ClientOutput to(HttpServerRequest request, OutputStream out, Duration patience) {
        return new ClientOutput(out, request, patience, clock);
    }
}
