package dev.plumbline.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.local.platform.Service;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Somebody who uses the public API in their own name. Each call fails with a {@code LocalFailure} if it is refused. */
public final class Person {
    private final Api api;
    private final Supplier<String> bearer;

    Person(Api api, Supplier<String> bearer) {
        this.api = api;
        this.bearer = bearer;
    }

    /** What is at this path. */
    public JsonNode get(Service service, String path) {
        return answer(service, path, "GET", HttpRequest.BodyPublishers.noBody()).expect();
    }

    /** What is at this path, if anything is. */
    public Optional<JsonNode> find(Service service, String path) {
        Answer answer = answer(service, path, "GET", HttpRequest.BodyPublishers.noBody());
        return answer.status() == 404 ? Optional.empty() : Optional.of(answer.expect());
    }

    /** All items of a list, over all its pages. */
    public List<JsonNode> list(Service service, String path) {
        List<JsonNode> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        JsonNode page = get(service, path + separator + "limit=500");
        page.path("items").forEach(items::add);
        while (page.hasNonNull("next")) {
            page = get(
                    service,
                    path + separator + "limit=500&cursor="
                            + Api.encode(page.get("next").asText()));
            page.path("items").forEach(items::add);
        }
        return items;
    }

    /** Creates something; the same key again gives the first answer again. */
    public JsonNode create(Service service, String path, Object body, String idempotencyKey) {
        HttpRequest request = start(service, path)
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(api.write(body)))
                .build();
        return api.send(request).expect();
    }

    /** Does something to what is at this path. */
    public JsonNode act(Service service, String path, Object body) {
        return answer(service, path, "POST", json(body)).expect();
    }

    /** Does something that needs no words. */
    public JsonNode act(Service service, String path) {
        return act(service, path, Map.of());
    }

    /** Replaces what is at this path. */
    public JsonNode put(Service service, String path, Object body) {
        return answer(service, path, "PUT", json(body)).expect();
    }

    private Answer answer(Service service, String path, String method, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = start(service, path).method(method, body);
        if (!method.equals("GET")) {
            request.header("Content-Type", "application/json");
        }
        return api.send(request.build());
    }

    private HttpRequest.Builder start(Service service, String path) {
        URI uri = api.endpoints().of(service, path);
        return Api.request(uri).header("Authorization", "Bearer " + bearer.get());
    }

    private HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofString(api.write(body));
    }
}
