package dev.plumbline.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Follows the stream of decision events from the topic's beginning as a browser does: an event counts once the empty line
 * behind it is there, and whoever was cut off comes back with the id of the last one.
 */
public final class EventStream implements AutoCloseable {
    private static final long BETWEEN_CONNECTIONS_MILLIS = 100;
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Supplier<URI> instances;
    private final String bearer;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<URI> answeredBy = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread reader = Thread.ofVirtual().unstarted(this::follow);
    private String position = "0";

    private EventStream(Supplier<URI> instances, String bearer) {
        this.instances = instances;
        this.bearer = bearer;
    }

    /** @param instances asked for the one to connect to, each time */
    static EventStream follow(Supplier<URI> instances, String bearer) {
        EventStream stream = new EventStream(instances, bearer);
        stream.reader.start();
        return stream;
    }

    /** The data of every event there was so far. */
    public List<String> received() {
        return List.copyOf(received);
    }

    /** The instances that have begun to answer, one after the other. */
    public List<URI> answeredBy() {
        return List.copyOf(answeredBy);
    }

    private void follow() {
        try {
            do {
                connect();
            } while (!stopped.await(BETWEEN_CONNECTIONS_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect() throws InterruptedException {
        URI instance = instances.get();
        HttpRequest request = HttpRequest.newBuilder(instance.resolve("/v1/decision-events"))
                .header("Authorization", "Bearer " + bearer)
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", position)
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                if (response.statusCode() == OK) {
                    answeredBy.add(instance);
                    read(lines);
                }
            }
        } catch (IOException e) {
            // The service is not there, or no longer: its reader tries again, which is what is tested.
        }
    }

    private void read(BufferedReader lines) throws IOException {
        String id = position;
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring("id: ".length());
            } else if (line.startsWith("data: ")) {
                data.append(data.isEmpty() ? "" : "\n").append(line.substring("data: ".length()));
            } else if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    received.add(data.toString());
                }
                position = id;
                data.setLength(0);
            }
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        reader.interrupt();
        client.shutdownNow();
    }
}
