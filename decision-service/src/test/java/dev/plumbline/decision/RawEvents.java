package dev.plumbline.decision;

import dev.plumbline.kit.testing.Tokens;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Events taken one by one off a connection that is closed without a word: what came after the last one taken is lost. */
final class RawEvents implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final BufferedReader lines;

    private RawEvents(HttpRequest request) throws IOException, InterruptedException {
        this.lines = new BufferedReader(new InputStreamReader(
                client.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
    }

    static RawEvents open(String query, String lastEventId) {
        try {
            return new RawEvents(HttpRequest.newBuilder(
                            URI.create("http://localhost:" + RestAssured.port + "/v1/decision-events" + query))
                    .header("Authorization", "Bearer " + Tokens.of("integration"))
                    .header("Accept", "text/event-stream")
                    .header("Last-Event-ID", lastEventId)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    EventSource.Event next() {
        try {
            String id = "";
            String type = "";
            while (true) {
                String line = lines.readLine();
                if (line == null) {
                    throw new AssertionError("The stream has ended");
                } else if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.startsWith("event: ")) {
                    type = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    return new EventSource.Event(id, type, line.substring("data: ".length()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
