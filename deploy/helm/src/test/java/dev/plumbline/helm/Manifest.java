package dev.plumbline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A rendered object.
 *
 * @param json all of it
 */
record Manifest(JsonNode json) {
    String kind() {
        return json.path("kind").asText();
    }

    String apiVersion() {
        return json.path("apiVersion").asText();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    boolean isA(String kind) {
        return kind().equals(kind);
    }

    /** What is at a JSON pointer below {@code spec}; missing where nothing is. */
    JsonNode spec(String pointer) {
        return json.path("spec").at(pointer);
    }

    Stream<JsonNode> specs(String pointer) {
        return each(spec(pointer));
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return each(array).map(JsonNode::asText).toList();
    }

    static Map<String, String> map(JsonNode object) {
        Map<String, String> map = new HashMap<>();
        object.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
