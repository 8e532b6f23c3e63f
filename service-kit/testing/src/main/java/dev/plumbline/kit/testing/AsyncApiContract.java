package dev.plumbline.kit.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The committed AsyncAPI document of a service, against the official schema and the service's event schemas. */
final class AsyncApiContract {
    private static final String EVENT_PREFIX = "dev.plumbline.";
    private static final String LOCAL = "#";

    private final Path folder;
    private final JsonNode document;

    AsyncApiContract(Path service) {
        folder = service;
        Path file = service.resolve("asyncapi.yaml");
        try {
            document = YAMLMapper.builder().build().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** What is wrong with the document; empty where nothing is. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(JsonSchemas.asyncApiFaults(document.toString()));
        referenceFaults(document, faults);
        Map<String, JsonNode> events = events();
        events.forEach((type, message) -> faults.addAll(messageFaults(type, message)));
        Set<String> sent = sent();
        for (String type : new EventContracts(folder).types()) {
            if (!events.containsKey(type)) {
                faults.add(type + ": is published, but no message of a channel or of components");
            } else if (!sent.contains(type)) {
                faults.add(type + ": no operation with action send sends it");
            }
        }
        return faults;
    }

    /** Every {@code $ref} leads somewhere: within the document, or to a file beside it. */
    private void referenceFaults(JsonNode node, List<String> faults) {
        String reference = node.path("$ref").asText("");
        if (reference.startsWith(LOCAL)) {
            if (at(reference).isMissingNode()) {
                faults.add("$ref " + reference + ": leads nowhere");
            }
        } else if (!reference.isEmpty() && !Files.isRegularFile(folder.resolve(withoutFragment(reference)))) {
            faults.add("$ref " + reference + ": there is no such file");
        }
        node.forEach(child -> referenceFaults(child, faults));
    }

    /** The messages whose name is an event type, by that. */
    private Map<String, JsonNode> events() {
        List<JsonNode> messages = new ArrayList<>();
        document.at("/components/messages").forEach(messages::add);
        document.path("channels")
                .forEach(channel -> resolved(channel).path("messages").forEach(messages::add));
        Map<String, JsonNode> events = new LinkedHashMap<>();
        messages.stream()
                .map(this::resolved)
                .filter(message -> name(message).startsWith(EVENT_PREFIX))
                .forEach(message -> events.put(name(message), message));
        return events;
    }

    private List<String> messageFaults(String type, JsonNode message) {
        List<String> faults = new ArrayList<>();
        JsonNode payload = message.path("payload");
        // A payload is a schema, or a schema together with the format it is in.
        String reference = payload.has("schema")
                ? payload.path("schema").path("$ref").asText("")
                : payload.path("$ref").asText("");
        if (!reference.endsWith("/" + type + ".schema.json")) {
            faults.add(type + ": its payload is no $ref to " + type + ".schema.json but '" + reference + "'");
        }
        if (!message.path("contentType")
                .asText(document.path("defaultContentType").asText(""))
                .equals("application/json")) {
            faults.add(type + ": its contentType is not application/json");
        }
        Set<String> headers = headers(message);
        Envelope.HEADERS.stream()
                .filter(header -> !headers.contains(header))
                .forEach(header -> faults.add(type + ": its headers do not name " + header));
        return faults;
    }

    /** The names of a message's headers, its own and those of its traits. */
    private Set<String> headers(JsonNode message) {
        Set<String> names = new LinkedHashSet<>();
        resolved(message.path("headers")).path("properties").fieldNames().forEachRemaining(names::add);
        message.path("traits").forEach(trait -> names.addAll(headers(resolved(trait))));
        return names;
    }

    /** The types that some operation sends. */
    private Set<String> sent() {
        Set<String> types = new LinkedHashSet<>();
        for (JsonNode entry : document.path("operations")) {
            JsonNode operation = resolved(entry);
            if (operation.path("action").asText().equals("send")) {
                JsonNode messages = operation.has("messages")
                        ? operation.path("messages")
                        : resolved(operation.path("channel")).path("messages");
                messages.forEach(message -> types.add(name(resolved(message))));
            }
        }
        return types;
    }

    private static String name(JsonNode message) {
        return message.path("name").asText("");
    }

    /** What a node stands for: itself, or what its chain of references within the document leads to. */
    private JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        Set<String> seen = new LinkedHashSet<>();
        for (String reference = found.path("$ref").asText("");
                reference.startsWith(LOCAL) && seen.add(reference);
                reference = found.path("$ref").asText("")) {
            found = at(reference);
        }
        return found;
    }

    private JsonNode at(String reference) {
        String pointer = reference.substring(LOCAL.length());
        return pointer.isEmpty() || pointer.startsWith("/")
                ? document.at(JsonPointer.compile(pointer))
                : MissingNode.getInstance();
    }

    private static String withoutFragment(String reference) {
        int fragment = reference.indexOf('#');
        return fragment < 0 ? reference : reference.substring(0, fragment);
    }
}
