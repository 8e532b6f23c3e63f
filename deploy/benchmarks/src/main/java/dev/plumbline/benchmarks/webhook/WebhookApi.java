package dev.plumbline.benchmarks.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The calls that make and end webhooks, as the local client {@code integration}. */
final class WebhookApi implements AutoCloseable {
    private static final int CREATED = 201;
    private static final int MULTIPLE_CHOICES = 300;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String service;
    private final String token;

    WebhookApi(URI service, URI issuer) throws IOException, InterruptedException {
        this.service = service.toString().replaceFirst("/$", "");
        HttpRequest request = HttpRequest.newBuilder(issuer.resolve("/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=integration&client_secret=integration"))
                .build();
        this.token = mapper.readTree(send(request).body()).path("access_token").asText();
    }

    /** Makes a webhook; its id. */
    String make(String url) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(call("/v1/webhooks")
                .POST(BodyPublishers.ofString(
                        mapper.createObjectNode().put("url", url).toString()))
                .build());
        if (answer.statusCode() != CREATED) {
            throw new IllegalStateException("A webhook cannot be made: " + answer.body());
        }
        return mapper.readTree(answer.body()).path("id").asText();
    }

    void delete(String id) throws IOException, InterruptedException {
        send(call("/v1/webhooks/" + id).DELETE().build());
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create(service + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= MULTIPLE_CHOICES) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri().getPath() + " answers " + answer.statusCode());
        }
        return answer;
    }

    @Override
    public void close() {
        client.close();
    }
}
