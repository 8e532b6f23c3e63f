package dev.plumbline.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation of an OpenAPI document, called with placeholders: ids that nobody has, an empty JSON object as the body.
 *
 * @param method of HTTP, in capitals
 * @param path with its parameters in braces
 * @param parameters their placeholders by name, those of the path
 * @param query the query with the required parameters, or empty
 * @param contentType of the body, or null where there is none
 */
record Operation(
        String method,
        String path,
        Map<String, String> parameters,
        String query,
        @Nullable String contentType) {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final String NOBODYS_ID = "00000000-0000-7000-8000-000000000000";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The operations of an OpenAPI document in JSON. */
    static List<Operation> of(String openApi) {
        List<Operation> operations = new ArrayList<>();
        JsonNode document;
        try {
            document = new ObjectMapper().readTree(openApi);
        } catch (IOException e) {
            throw new UncheckedIOException("The OpenAPI document is no JSON", e);
        }
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(entry -> {
                    if (METHODS.contains(entry.getKey())) {
                        operations.add(of(entry.getKey(), path.getKey(), path.getValue(), entry.getValue()));
                    }
                }));
        return operations;
    }

    private static Operation of(String method, String path, JsonNode shared, JsonNode operation) {
        Map<String, String> parameters = new LinkedHashMap<>();
        List<String> query = new ArrayList<>();
        for (JsonNode list : List.of(shared.path("parameters"), operation.path("parameters"))) {
            for (JsonNode parameter : list) {
                String name = parameter.path("name").asText();
                String placeholder = placeholder(parameter.path("schema"));
                if (parameter.path("in").asText().equals("path")) {
                    parameters.put(name, placeholder);
                } else if (parameter.path("in").asText().equals("query")
                        && parameter.path("required").asBoolean()) {
                    query.add(name + "=" + placeholder);
                }
            }
        }
        var types = operation.path("requestBody").path("content").fieldNames();
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                query.isEmpty() ? "" : "?" + String.join("&", query),
                types.hasNext() ? types.next() : null);
    }

    private static String placeholder(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "integer", "number" -> "1";
            case "boolean" -> "true";
            default -> NOBODYS_ID;
        };
    }

    /** Method and path, which name an operation. */
    String name() {
        return method + " " + path;
    }

    /** A call with this bearer token, or with none. */
    HttpRequest call(String base, @Nullable String token) {
        String filled = path;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + filled + query))
                .timeout(PATIENCE)
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, contentType == null ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        if (contentType != null) {
            request.header("Content-Type", contentType.contains("*") ? "application/json" : contentType);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }
}
