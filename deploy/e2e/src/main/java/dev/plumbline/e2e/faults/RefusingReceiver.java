package dev.plumbline.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.e2e.Clinic;
import dev.plumbline.e2e.Platform;
import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Another system that takes nothing of what it is told: of one more application at each fault, in a clinic of its own. What
 * it refuses is attempted as often as the schedule says, and then given up with a reason.
 */
public final class RefusingReceiver implements AutoCloseable {
    private static final int UNAVAILABLE = 503;
    private static final String REASON = "HTTP_503";
    private static final String PENDING = "PENDING";
    private static final String GIVEN_UP = "EXHAUSTED";

    private final Platform platform;
    private final Clinic clinic;
    private final HttpServer server;
    private final String webhook;
    private final List<String> earlier = new ArrayList<>();
    private final List<String> latest = new ArrayList<>();

    private RefusingReceiver(Platform platform, Clinic clinic, HttpServer server) {
        this.platform = platform;
        this.clinic = clinic;
        this.server = server;
        server.createContext("/", RefusingReceiver::refuse);
        server.start();
        this.webhook = WebhookReceiver.register(platform, clinic, server);
    }

    /** One that is told of nothing yet. */
    public static RefusingReceiver open(Platform platform) throws IOException {
        return new RefusingReceiver(platform, Clinic.open(platform), WebhookReceiver.listen());
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(UNAVAILABLE, -1);
        }
    }

    /** Something happens that it is told of. */
    void provoke() {
        earlier.addAll(latest);
        latest.clear();
        latest.add(clinic.apply(true));
    }

    /** Waits until what it was told of before the last time is given up, or found not to be. */
    void awaitEarlier(Arena arena) throws InterruptedException, SQLException {
        await(arena, earlier);
    }

    /** Waits until all that it was told of is given up, or found not to be. */
    void awaitAll(Arena arena) throws InterruptedException, SQLException {
        earlier.addAll(latest);
        latest.clear();
        await(arena, earlier);
    }

    private void await(Arena arena, Collection<String> applications) throws InterruptedException, SQLException {
        arena.await("end of what a receiver refuses", () -> {
            Map<String, JsonNode> log = log();
            return applications.stream().map(log::get).allMatch(RefusingReceiver::isEnded);
        });
    }

    /** The entries of the delivery log by application; each has had one event. */
    private Map<String, JsonNode> log() {
        Map<String, JsonNode> log = new HashMap<>();
        platform.as("integration", Service.DECISION)
                .get("/v1/webhooks/" + webhook + "/deliveries?limit=500")
                .expect(200)
                .json()
                .path("items")
                .forEach(entry -> log.put(entry.path("applicationId").asText(), entry));
        return log;
    }

    /** Nothing of it counts as delivered, and each end has a reason. */
    Finding givenUp() {
        Map<String, JsonNode> log = earlier.isEmpty() ? Map.of() : log();
        List<String> violations = earlier.stream()
                .filter(application -> !isGivenUp(log.get(application)))
                .map(application -> "the log has %s for %s".formatted(log.get(application), application))
                .toList();
        return new Finding("what a receiver refuses is given up, with a reason", earlier.size(), violations);
    }

    private static boolean isEnded(@Nullable JsonNode entry) {
        return entry != null && !entry.path("status").asText().equals(PENDING);
    }

    private static boolean isGivenUp(@Nullable JsonNode entry) {
        return entry != null
                && entry.path("status").asText().equals(GIVEN_UP)
                && entry.path("reason").asText().equals(REASON);
    }

    @Override
    public void close() {
        WebhookReceiver.remove(platform, webhook);
        server.stop(0);
    }
}
