package dev.plumbline.local.issuer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.local.LocalFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * A small OIDC issuer for one machine: discovery, keys and tokens for the demo users. It listens on localhost only and
 * knows passwords that everybody knows; in production any real OIDC provider takes its place.
 */
public final class Issuer implements AutoCloseable {
    private static final int LARGEST_BODY = 16 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String url;
    /** What is told of to whoever checks tokens; its own is the first one. */
    private final List<JsonWebKey> keys = new CopyOnWriteArrayList<>();

    private final TokenEndpoint tokens;

    private Issuer(HttpServer server, RsaJsonWebKey key) {
        this.server = server;
        this.url = "http://localhost:" + server.getAddress().getPort();
        this.keys.add(key);
        this.tokens = new TokenEndpoint(url, key);
    }

    /**
     * Starts it.
     *
     * @param port 0 for a free one
     * @param keyFile made if it does not exist
     * @throws LocalFailure if the port is in use
     */
    public static Issuer start(int port, Path keyFile) throws IOException {
        RsaJsonWebKey key = SigningKey.load(keyFile);
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            throw new LocalFailure(
                    "Port %d for the OIDC issuer is in use: stop what listens there.".formatted(port), e);
        }
        Issuer issuer = new Issuer(server, key);
        server.setExecutor(issuer.threads);
        server.createContext("/", issuer::handle);
        server.start();
        return issuer;
    }

    /** Its URL, which is the {@code iss} of its tokens. */
    public String url() {
        return url;
    }

    /** Tells of a key beside its own, by its public half, as a provider does that rotates keys, or has some for other uses. */
    public void publish(JsonWebKey another) {
        keys.add(another);
    }

    /** Tells no longer of a key that was published. */
    public void withdraw(JsonWebKey another) {
        keys.remove(another);
    }

    /** Stops listening at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/.well-known/openid-configuration" -> read(exchange, discovery());
                case "/jwks" ->
                    read(exchange, new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
                case "/token" -> token(exchange);
                default -> answer(exchange, 404, JSON.writeValueAsString(Map.of("error", "not_found")));
            }
        }
    }

    private String discovery() throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", url);
        document.put("token_endpoint", url + "/token");
        document.put("jwks_uri", url + "/jwks");
        document.put("response_types_supported", List.of("token"));
        document.put("grant_types_supported", List.of("password", "client_credentials"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put(
                "token_endpoint_auth_methods_supported", List.of("none", "client_secret_basic", "client_secret_post"));
        document.put("claims_supported", List.of("iss", "sub", "aud", "exp", "iat", "jti", "groups"));
        return JSON.writeValueAsString(document);
    }

    private static void read(HttpExchange exchange, String body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> answer(exchange, 200, body);
            default -> refuseMethod(exchange, "GET");
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            refuseMethod(exchange, "POST");
            return;
        }
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        try {
            @Nullable String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            answer(exchange, 200, JSON.writeValueAsString(tokens.grant(authorization, form(exchange))));
        } catch (OAuthError e) {
            if (e.status() == 401) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"plumbline\"");
            }
            Map<String, String> body = new LinkedHashMap<>();
            body.put("error", e.code());
            body.put("error_description", e.description());
            answer(exchange, e.status(), JSON.writeValueAsString(body));
        }
    }

    private static Form form(HttpExchange exchange) throws IOException, OAuthError {
        @Nullable String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/x-www-form-urlencoded")) {
            throw OAuthError.invalidRequest("The request is not application/x-www-form-urlencoded");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw OAuthError.invalidRequest("The request is too large");
        }
        return Form.parse(new String(body, StandardCharsets.UTF_8));
    }

    private static void refuseMethod(HttpExchange exchange, String allowed) throws IOException {
        exchange.getResponseHeaders().set("Allow", allowed);
        answer(exchange, 405, "{\"error\":\"method_not_allowed\"}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        boolean bodyless = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodyless ? -1 : bytes.length);
        if (!bodyless) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
