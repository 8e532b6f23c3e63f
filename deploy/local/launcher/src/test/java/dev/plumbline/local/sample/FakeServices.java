package dev.plumbline.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All services and the issuer in one, as far as one candidate's story goes. It writes down every call that changes something. */
final class FakeServices implements AutoCloseable {
    final List<String> changes = new CopyOnWriteArrayList<>();
    volatile String application = "";
    volatile String recommendation = "REJECT";
    volatile boolean refusesResults;

    private final HttpServer server;

    FakeServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    Endpoints endpoints() {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort());
        return new Endpoints(
                url, Arrays.stream(Service.values()).collect(Collectors.toMap(Function.identity(), any -> url)));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        if (!call.startsWith("GET") && !call.endsWith("/token")) {
            changes.add(call);
        }
        boolean refused = refusesResults && call.startsWith("PUT");
        byte[] body = (refused ? "{\"detail\":\"It is withdrawn\"}" : answer(call)).getBytes(UTF_8);
        exchange.sendResponseHeaders(refused ? 409 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String answer(String call) {
        return switch (call) {
            case "POST /token" -> "{\"access_token\":\"secret\"}";
            case "GET /v1/jobs" ->
                "{\"items\":[{\"id\":\"job\",\"title\":\"" + JobDesk.TITLE + "\",\"publishedVersion\":1}]}";
            case "GET /v1/jobs/job" -> "{\"interviewQuestions\":[]}";
            case "GET /v1/applications" ->
                application.isEmpty() ? "{\"items\":[]}" : "{\"items\":[{\"id\":\"" + application + "\"}]}";
            case "POST /v1/jobs/job/applications" -> {
                application = "first";
                yield "{\"id\":\"first\"}";
            }
            default -> "{\"items\":[],\"recommendation\":\"" + recommendation + "\"}";
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
