package dev.plumbline.decision;

import dev.plumbline.kit.testing.Tokens;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A client of the stream of decision events, as the WHATWG HTML standard describes one (9.2.6). */
final class EventSource implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client;
    private final InputStream body;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile String retry = "";
    private volatile boolean ended;

    /** An event as it was dispatched. */
    record Event(String id, String type, String data) {}

    private EventSource(HttpClient client, InputStream body) {
        this.client = client;
        this.body = body;
        Thread.ofVirtual().start(this::read);
    }

    static EventSource open(@Nullable String lastEventId) {
        return open("", lastEventId);
    }

    static EventSource open(String query, @Nullable String lastEventId) {
        return open(query, lastEventId, Tokens.of("integration"));
    }

    static EventSource open(String query, @Nullable String lastEventId, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/decision-events" + query))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpClient client = HttpClient.newHttpClient();
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new AssertionError("The stream answers " + response.statusCode());
            }
            return new EventSource(client, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void read() {
        String type = "message";
        StringBuilder data = new StringBuilder();
        String id = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(id, type, data.toString()));
                    }
                    lastId = id;
                    type = "message";
                    data.setLength(0);
                } else if (line.startsWith(":")) {
                    comments.add(line.substring(1).strip());
                } else {
                    String value = line.substring(line.indexOf(':') + 1).stripLeading();
                    switch (line.substring(0, line.indexOf(':'))) {
                        case "id" -> id = value;
                        case "event" -> type = value;
                        case "data" -> data.append(value);
                        case "retry" -> retry = value;
                        default -> throw new AssertionError("An unknown field: " + line);
                    }
                }
            }
            comments.add("whole");
        } catch (IOException e) {
            comments.add("broken off");
        }
        ended = true;
    }

    void awaitComment() {
        awaitComments(1);
    }

    void awaitComments(int count) {
        Awaitility.await(count + " signs of life").atMost(PATIENCE).until(() -> comments.size() >= count);
    }

    /** The comments, and last of all how it ended. */
    List<String> awaitEnd() {
        Awaitility.await("the end of the stream").atMost(PATIENCE).until(() -> ended);
        return comments;
    }

    String lastId() {
        return lastId;
    }

    String retry() {
        return retry;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** The first event that speaks of this. */
    Event await(String text) {
        return await(text, 1).getFirst();
    }

    /** The events that speak of this, as soon as there are so many. */
    List<Event> await(String text, int count) {
        return Awaitility.await(count + " events on " + text)
                .atMost(PATIENCE)
                .until(
                        () -> events.stream()
                                .filter(event -> event.data().contains(text))
                                .toList(),
                        found -> found.size() >= count);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
