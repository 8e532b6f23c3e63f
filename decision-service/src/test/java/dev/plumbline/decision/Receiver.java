package dev.plumbline.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** A receiver of webhooks on this machine, which answers as a test says. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile Function<Message, Reply> replies;

    /** A message as it came in. */
    record Message(String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        String id() {
            return header("webhook-id");
        }

        JsonNode json() {
            return Api.parse(body);
        }

        int number() {
            return json().path("data").path("number").asInt();
        }
    }

    /** What is answered. */
    record Reply(int status, Map<String, String> headers) {
        static Reply of(int status) {
            return new Reply(status, Map.of());
        }
    }

    private Receiver(Function<Message, Reply> replies) throws IOException {
        this.replies = replies;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    static Receiver answering(int status) {
        return answering(message -> Reply.of(status));
    }

    static Receiver answering(Function<Message, Reply> replies) {
        try {
            return new Receiver(replies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on. */
    void answer(int status) {
        replies = message -> Reply.of(status);
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook-path?token=in-the-query";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Message message =
                    new Message(exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body);
            messages.add(message);
            Reply reply = replies.apply(message);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), -1);
        }
    }

    /** What has come in so far, in the order in which it did. */
    List<Message> messages() {
        return List.copyOf(messages);
    }

    /** All messages, as soon as there are so many. */
    List<Message> await(int count) {
        return Awaitility.await(count + " messages")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(this::messages, found -> found.size() >= count);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
