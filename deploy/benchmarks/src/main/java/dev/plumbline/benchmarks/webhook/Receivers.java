package dev.plumbline.benchmarks.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** Receivers on this machine: below {@code /healthy/} they answer at once, below {@code /hung} never. */
final class Receivers implements AutoCloseable {
    private static final int NO_CONTENT = 204;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** @param arrived takes the {@code webhook-id} of each message to a healthy one, and when it came */
    Receivers(BiConsumer<String, Long> arrived) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/healthy/", exchange -> take(exchange, arrived));
        server.createContext("/hung", this::hang);
        server.setExecutor(threads);
        server.start();
    }

    private static void take(HttpExchange exchange, BiConsumer<String, Long> arrived) throws IOException {
        long now = System.nanoTime();
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(NO_CONTENT, -1);
        }
        arrived.accept(exchange.getRequestHeaders().getFirst("webhook-id"), now);
    }

    private void hang(HttpExchange exchange) {
        try (exchange) {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
