package dev.plumbline.benchmarks.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.benchmarks.load.Workload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;

/** One call that decides all applications under a draft rubric, its lines read as they come. */
public final class SimulationCall implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int STRICTER = 5;

    private final URI service;
    private final URI issuer;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    /** @param issuer who issues tokens */
    public SimulationCall(URI service, URI issuer) {
        this.service = service;
        this.issuer = issuer;
    }

    /** A token of the auditor, who may simulate; to be fetched before anything is timed. */
    public String token() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=plumbline&username=auditor&password=auditor"))
                .build();
        return json.readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .required("access_token")
                .asText();
    }

    /** The workload's own rubric, whose bands are a little stricter: nearly all of it is decided alike. */
    String draft(Workload workload) {
        ObjectNode rubric = workload.rubric().deepCopy();
        ObjectNode bands = (ObjectNode) rubric.required("bands");
        bands.put("strongAt", bands.required("strongAt").asInt() + STRICTER);
        return json.createObjectNode().set("rubric", rubric).toString();
    }

    /**
     * Reads the answer to its end.
     *
     * @return the result, the last line
     * @throws IllegalStateException if there is no result
     */
    JsonNode run(Workload workload, String draft, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(service + "/v1/jobs/" + workload.jobId() + "/simulations"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(draft))
                .build();
        HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            String last = lines.reduce((line, next) -> next).orElse("");
            if (response.statusCode() != 200 || !last.contains("\"type\":\"result\"")) {
                throw new IllegalStateException("The simulation answered " + response.statusCode() + ": " + last);
            }
            return json.readTree(last);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
