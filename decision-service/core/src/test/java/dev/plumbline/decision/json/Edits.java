package dev.plumbline.decision.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Edits of a JSON document in one line: {@code /bands/strongAt=70} sets, {@code -/bands} removes, {@code /gates/+={}}
 * appends; several are separated by {@code ;}.
 */
final class Edits {

    private Edits() {}

    static JsonNode apply(JsonNode document, String edits) {
        ObjectNode edited = document.deepCopy();
        for (String edit : List.of(edits.split(";"))) {
            if (!edit.isBlank()) {
                applyOne(edited, edit.strip());
            }
        }
        return edited;
    }

    private static void applyOne(ObjectNode document, String edit) {
        boolean removes = edit.startsWith("-");
        int equals = edit.indexOf('=');
        String target = removes ? edit.substring(1) : edit.substring(0, equals);
        JsonNode parent = document.at(target.substring(0, target.lastIndexOf('/')));
        String field = JsonPointer.compile(target).last().getMatchingProperty();
        JsonNode value = removes ? null : parse(edit.substring(equals + 1));
        switch (parent) {
            case ObjectNode object when value == null -> assertThere(object.remove(field), edit);
            case ObjectNode object -> object.set(field, value);
            case ArrayNode array when value == null -> assertThere(array.remove(Integer.parseInt(field)), edit);
            case ArrayNode array when field.equals("+") -> array.add(value);
            case ArrayNode array -> array.set(Integer.parseInt(field), value);
            default -> throw new AssertionError("nothing to edit at " + target);
        }
    }

    private static void assertThere(JsonNode removed, String edit) {
        if (removed == null) {
            throw new AssertionError("nothing to remove by " + edit);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return ExactJson.parse(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
