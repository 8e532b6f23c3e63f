package dev.plumbline.kit.testing.attack;

import dev.plumbline.kit.testing.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes calls of the running application. */
final class ApiClient {
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

    /** A stream has no end, but its head comes at once, as any other answer's: that is read, and of a refusal all. */
    private static ApiAnswer streamed(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = CLIENT.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            String text = answer.statusCode() < 300 ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return new ApiAnswer(answer.statusCode(), answer.headers(), text);
        }
    }
}
