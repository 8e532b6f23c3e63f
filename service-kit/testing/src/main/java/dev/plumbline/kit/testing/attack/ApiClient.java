package dev.plumbline.kit.testing.attack;

import dev.plumbline.kit.testing.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes calls of the running application. */
final class ApiClient {
    /** A refusal is there at once; a stream may begin only with its first event. */
    private static final Duration UNTIL_STREAMING = Duration.ofSeconds(1);

    /** Not HTTP/2, where a stream that is cut off takes the connection of all other calls along. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base = "http://localhost:" + RestAssured.port;

    /** What a caller of {@link Scenery} sends as a bearer; null for no one in particular. */
    static @Nullable String token(@Nullable String caller, Place place) {
        if (caller == null) {
            return null;
        }
        return caller.equals(Scenery.SESSION) ? place.secret() : Tokens.of(caller);
    }

    ApiAnswer send(ApiOperation operation, ApiCall call) {
        try {
            if (operation.streams()) {
                return streamed(call.at(base));
            }
            HttpResponse<byte[]> answer = CLIENT.send(call.at(base), BodyHandlers.ofByteArray());
            return new ApiAnswer(
                    answer.statusCode(), answer.headers(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("No answer to " + call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static ApiAnswer streamed(HttpRequest request) throws IOException, InterruptedException {
        HttpRequest impatient = HttpRequest.newBuilder(request, (name, value) -> true)
                .timeout(UNTIL_STREAMING)
                .build();
        try {
            HttpResponse<InputStream> answer = CLIENT.send(impatient, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                String text = answer.statusCode() < 300 ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return new ApiAnswer(answer.statusCode(), answer.headers(), text);
            }
        } catch (HttpTimeoutException e) {
            HttpHeaders streaming = HttpHeaders.of(
                    Map.of("Content-Type", List.of("text/event-stream"), "X-Content-Type-Options", List.of("nosniff")),
                    (name, value) -> true);
            return new ApiAnswer(200, streaming, "");
        }
    }
}
