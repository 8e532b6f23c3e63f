package dev.plumbline.local.platform;

import dev.plumbline.local.LocalFailure;
import dev.plumbline.local.process.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Asks services whether they are ready for work. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration REQUEST = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 150;

    private final HttpClient client;

    Readiness(HttpClient client) {
        this.client = client;
    }

    /** @throws LocalFailure if the service ends before, or takes more than three minutes */
    void await(Child child, URI url) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/q/health/ready"))
                .timeout(REQUEST)
                .build();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!ready(request)) {
            if (!child.isAlive()) {
                throw new LocalFailure(child.obituary());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new LocalFailure("%s is not ready after %d s: %s"
                        .formatted(child.name(), PATIENCE.toSeconds(), child.lastLine()));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean ready(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Not listening yet.
            return false;
        }
    }
}
