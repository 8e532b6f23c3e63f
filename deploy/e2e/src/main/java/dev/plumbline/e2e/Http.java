package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Calls to one service with one bearer. */
public final class Http {
    public static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;

    private final URI service;
    private final String bearer;

    Http(URI service, String bearer) {
        this.service = service;
        this.bearer = bearer;
    }

    /** An answer. */
    public record Answer(int status, String body, Optional<String> etag, String call) {
        /** Its body. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(call + " did not answer JSON: " + body, e);
            }
        }

        /** Whether the service has done what it was asked for. */
        public boolean isAccepted() {
            return status >= 200 && status < 300;
        }

        /**
         * Whether the same call, sent again, would be refused again: a fault of who calls. Not so where the service has not
         * heard of the application yet, or has too much to do.
         */
        public boolean isRefused() {
            boolean mayComeYet = status == TOO_MANY || status == CONFLICT && body.contains("application-not-yet-known");
            return status >= 400 && status < 500 && !mayComeYet;
        }

        /** Fails unless it has this status. */
        public Answer expect(int wanted) {
            assertThat(status).as(call + " answered " + body).isEqualTo(wanted);
            return this;
        }

        /** The id of what it tells of. */
        public String id() {
            return json().get("id").asText();
        }
    }

    public Answer get(String path, String... headers) {
        return send(withHeaders(request(path).GET(), headers));
    }

    public Answer post(String path, String json, String... headers) {
        return send(withHeaders(request(path).POST(HttpRequest.BodyPublishers.ofString(json)), headers));
    }

    public Answer put(String path, String json, String... headers) {
        return send(withHeaders(request(path).PUT(HttpRequest.BodyPublishers.ofString(json)), headers));
    }

    public Answer delete(String path, String... headers) {
        return send(withHeaders(request(path).DELETE(), headers));
    }

    public Answer postForm(String path, String form) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return send(request);
    }

    /** The answer, or nothing where none came: the service may or may not have done it. */
    public Optional<Answer> tryPut(String path, String json) {
        try {
            return Optional.of(put(path, json));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
        return bearer.isEmpty() ? builder : builder.header("Authorization", "Bearer " + bearer);
    }

    private static HttpRequest withHeaders(HttpRequest.Builder builder, String... headers) {
        return headers.length == 0 ? builder.build() : builder.headers(headers).build();
    }

    private static Answer send(HttpRequest request) {
        String call = request.method() + " " + request.uri().getPath();
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), response.body(), response.headers().firstValue("ETag"), call);
        } catch (IOException e) {
            throw new UncheckedIOException(call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
