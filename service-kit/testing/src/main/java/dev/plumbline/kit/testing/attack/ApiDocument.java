package dev.plumbline.kit.testing.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The OpenAPI document (version 3.1, whose schemas are JSON Schema 2020-12) that the running application serves. */
final class ApiDocument {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final Map<String, ApiOperation> operations = new LinkedHashMap<>();

    /** @param document the whole of it */
    ApiDocument(JsonNode document) {
        this.document = document;
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .map(entry -> operation(entry.getKey(), path.getKey(), path.getValue(), entry.getValue()))
                        .forEach(operation -> operations.put(operation.name(), operation)));
    }

    private ApiOperation operation(String method, String path, JsonNode shared, JsonNode described) {
        List<ApiParameter> parameters = new ArrayList<>();
        for (JsonNode list : List.of(shared.path("parameters"), described.path("parameters"))) {
            list.forEach(each -> {
                JsonNode parameter = resolved(each);
                parameters.add(new ApiParameter(
                        parameter.path("name").asText(), parameter.path("in").asText(), parameter.path("schema")));
            });
        }
        ObjectNode responses = Json.object();
        described
                .path("responses")
                .properties()
                .forEach(entry -> responses.set(entry.getKey(), resolved(entry.getValue())));
        JsonNode body = resolved(described.path("requestBody")).path("content").path("application/json");
        return new ApiOperation(
                method.toUpperCase(Locale.ROOT),
                path,
                List.copyOf(parameters),
                body.isMissingNode() ? null : body.path("schema"),
                responses);
    }

    /** The operations by their names. */
    Map<String, ApiOperation> operations() {
        return operations;
    }

    /** The operation of this name. */
    ApiOperation operation(String name) {
        ApiOperation operation = operations.get(name);
        if (operation == null) {
            throw new AssertionError("The application has no " + name);
        }
        return operation;
    }

    /** What a reference refers to; anything else is itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = document.at(found.path("$ref").asText().substring(1));
            if (found.isMissingNode()) {
                throw new AssertionError("The OpenAPI document has no " + node.path("$ref"));
            }
        }
        return found;
    }

    /** The schemas that have names. */
    JsonNode schemas() {
        return document.path("components").path("schemas");
    }
}
