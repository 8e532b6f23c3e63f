package dev.plumbline.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.local.LocalFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The public REST API, over which the sample's people act. Whoever is asked to come back later comes back. */
public final class Api implements AutoCloseable {
    private static final Duration REQUEST = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Endpoints endpoints;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** One that talks to these services. */
    public Api(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** The API as a demo user sees it. */
    public Person as(String user) {
        return new Person(this, () -> tokens.computeIfAbsent(user, this::signIn));
    }

    /** The API as somebody with this bearer secret sees it. */
    public Person withSecret(String secret) {
        return new Person(this, () -> secret);
    }

    Endpoints endpoints() {
        return endpoints;
    }

    String write(Object body) {
        return json.valueToTree(body).toString();
    }

    /**
     * Sends it, again after the time that a {@code Retry-After} names, for a minute at the most.
     *
     * @throws LocalFailure if nobody answers
     */
    Answer send(HttpRequest request) {
        Instant deadline = Instant.now().plus(PATIENCE);
        try {
            while (true) {
                HttpResponse<String> response =
                        client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                Answer answer = answer(request, response);
                long pause = answer.isRefusal()
                        ? response.headers().firstValueAsLong("Retry-After").orElse(0)
                        : 0;
                if (pause == 0 || Instant.now().isAfter(deadline)) {
                    return answer;
                }
                Thread.sleep(Duration.ofSeconds(pause));
            }
        } catch (IOException e) {
            throw new LocalFailure("%s %s was not answered: %s".formatted(request.method(), request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("The sample was interrupted.", e);
        }
    }

    private Answer answer(HttpRequest request, HttpResponse<String> response) throws IOException {
        String body = response.body();
        JsonNode tree = body.isEmpty() ? json.nullNode() : json.readTree(body);
        return new Answer(request.method() + " " + request.uri(), response.statusCode(), tree);
    }

    private String signIn(String user) {
        Map<String, String> form =
                Map.of("grant_type", "password", "client_id", "plumbline", "username", user, "password", user);
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoints.issuer() + "/token"))
                .timeout(REQUEST)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"))))
                .build();
        return send(request).expect().get("access_token").asText();
    }

    static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(REQUEST).header("Accept", "application/json");
    }

    /** A value made fit for a path or a query. */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
