package dev.plumbline.kit.testing.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Compares answers with what the OpenAPI document promises: the status, the media type, and the body by its schema, in
 * which a member that is not described is a fault, too.
 */
final class AnswerCheck {
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\bat [a-z]+\\.[a-z.]+|(java|jakarta|org|com|io)\\.[a-z]+\\.|dev\\.plumbline\\.[a-z]+\\.[A-Z]|PSQL|SELECT ");
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;
    private static final String PROBLEM = "application/problem+json";

    /** Of the schemas that have names, which all others refer to. */
    private static final String NAMED = "https://plumbline.dev/openapi/schemas";

    private final Map<JsonNode, Schema> compiled = new HashMap<>();
    private final SchemaRegistry registry;

    AnswerCheck(ApiDocument document) {
        String named = referring(Json.object().set("$defs", closed(document.schemas())));
        registry = SchemaRegistry.withDefaultDialect(
                Dialects.getDraft202012(),
                builder -> builder.schemas(Map.of(NAMED, named))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** A schema whose references lead to the named ones. */
    private static String referring(JsonNode schema) {
        return schema.toString().replace("#/components/schemas/", NAMED + "#/$defs/");
    }

    /** What is wrong with an answer; empty where nothing is. */
    List<String> faults(ApiOperation operation, ApiAnswer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() >= SERVER_ERROR) {
            faults.add("the service failed");
        }
        JsonNode response = operation.responses().path(Integer.toString(answer.status()));
        if (response.isMissingNode()) {
            faults.add("the status is not documented");
        } else {
            addFaultsOfContent(faults, response.path("content"), answer);
        }
        if (answer.status() >= BAD_REQUEST) {
            addFaultsOfProblem(faults, answer);
        }
        if (!answer.headers().firstValue("X-Content-Type-Options").orElse("").equals("nosniff")) {
            faults.add("nosniff is not said");
        }
        if (answer.status() == 429 && answer.headers().firstValue("Retry-After").isEmpty()) {
            faults.add("Retry-After is missing");
        }
        return faults;
    }

    private void addFaultsOfContent(List<String> faults, JsonNode documented, ApiAnswer answer) {
        if (documented.isEmpty()) {
            if (!answer.body().isEmpty()) {
                faults.add("a body that is not documented");
            }
            return;
        }
        JsonNode media = documented.path(answer.mediaType());
        if (media.isMissingNode()) {
            faults.add("the media type is not documented: " + answer.mediaType());
        } else if (answer.mediaType().endsWith("json")) {
            faults.addAll(bySchema(media.path("schema"), answer.body()));
        }
    }

    private static void addFaultsOfProblem(List<String> faults, ApiAnswer answer) {
        if (!answer.mediaType().equals(PROBLEM)) {
            faults.add("a refusal is no problem");
            return;
        }
        JsonNode problem = answer.json();
        if (problem.path("status").asInt() != answer.status()
                || !problem.path("type").asText().matches("/problems/[a-z0-9-]+")) {
            faults.add("the problem is not that of the status");
        }
        if (INSIDE.matcher(answer.body()).find()) {
            faults.add("the problem tells of the inside");
        }
    }

    private List<String> bySchema(JsonNode schema, String body) {
        if (schema.isMissingNode()) {
            return List.of("the document has no schema of this body");
        }
        Schema validator =
                compiled.computeIfAbsent(schema, it -> registry.getSchema(referring(closed(it)), InputFormat.JSON));
        return validator.validate(body, InputFormat.JSON).stream()
                .map(error -> "by the schema: " + error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /** The same schema, where objects have no members but those that are described. */
    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.properties().forEach(entry -> copy.set(entry.getKey(), closed(entry.getValue())));
            boolean describesMembers = object.path("properties").isObject() && !object.has("additionalProperties");
            boolean isPartOfAWhole = object.has("oneOf") || object.has("anyOf") || object.has("allOf");
            if (describesMembers && !isPartOfAWhole) {
                copy.put("additionalProperties", false);
            }
            return copy;
        }
        if (schema instanceof ArrayNode array) {
            ArrayNode copy = Json.PLAIN.createArrayNode();
            array.forEach(item -> copy.add(closed(item)));
            return copy;
        }
        return schema;
    }
}
