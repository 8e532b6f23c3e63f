package dev.plumbline.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.e2e.Clinic;
import dev.plumbline.e2e.Decisions;
import dev.plumbline.e2e.Http;
import dev.plumbline.e2e.Platform;
import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Another system that is told of each decision by webhook, and takes whatever comes. */
public final class WebhookReceiver implements AutoCloseable {
    private static final int NO_CONTENT = 204;

    private final Platform platform;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<String> outOfOrder = new ArrayList<>();
    private final String webhook;

    private WebhookReceiver(Platform platform, Clinic clinic, HttpServer server) {
        this.platform = platform;
        this.server = server;
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
        this.webhook = register(platform, clinic, server);
    }

    static HttpServer listen() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /** Makes a webhook that tells this server of the decisions in this clinic, and gives its id. */
    static String register(Platform platform, Clinic clinic, HttpServer server) {
        ObjectNode body = Http.JSON
                .createObjectNode()
                .put("url", "http://localhost:" + server.getAddress().getPort() + "/");
        body.putArray("eventTypes").add(DecisionEvents.CHANGED);
        body.putArray("jobIds").add(clinic.job());
        return platform.as("integration", Service.DECISION)
                .post(
                        "/v1/webhooks",
                        body.toString(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .id();
    }

    static void remove(Platform platform, String webhook) {
        try {
            platform.as("integration", Service.DECISION).delete("/v1/webhooks/" + webhook);
        } catch (UncheckedIOException e) {
            // A fault may have left nobody to be told.
            System.err.println("The webhook is left: " + e.getMessage());
        }
    }

    /** One that is told of all that is decided in this clinic from now on. */
    public static WebhookReceiver register(Platform platform, Clinic clinic) throws IOException {
        return new WebhookReceiver(platform, clinic, listen());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            // Before the answer: what comes next for the application waits for it.
            note(exchange.getRequestHeaders().getFirst("webhook-id"), Decisions.parse(body));
            exchange.sendResponseHeaders(NO_CONTENT, -1);
        }
    }

    /** What comes once more, because its answer was lost, may come at any time. */
    private synchronized void note(String event, JsonNode message) {
        if (received.add(event)) {
            JsonNode data = message.path("data");
            String application = data.path("applicationId").asText();
            long number = data.path("number").asLong();
            Long before = numbers.put(application, number);
            if (before != null && before >= number) {
                outOfOrder.add("%s: number %d is told after %d".formatted(application, number, before));
            }
        }
    }

    /** Each application's decisions are told in the order of their numbers, the first time that each is told. */
    synchronized Finding inOrder() {
        return new Finding("webhooks tell decisions in the order of their numbers", received.size(), outOfOrder);
    }

    /** How many different events it was told. */
    int count() {
        return received.size();
    }

    boolean hasAll(Collection<String> published) {
        return received.containsAll(published);
    }

    /** Each published decision was delivered: this receiver refuses none, so none may be given up. */
    Finding delivered(Collection<String> published) {
        List<String> violations = published.stream()
                .filter(event -> !received.contains(event))
                .map(event -> "event " + event + " was not delivered")
                .toList();
        return new Finding("each published decision was delivered by webhook", published.size(), violations);
    }

    @Override
    public void close() {
        remove(platform, webhook);
        server.stop(0);
        threads.shutdownNow();
    }
}
