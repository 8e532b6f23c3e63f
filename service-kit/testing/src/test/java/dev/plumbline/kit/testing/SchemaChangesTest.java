package dev.plumbline.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes are planted in a schema, each by replacing a piece of its text. */
class SchemaChangesTest {
    private static final String RELEASED = """
            {"title": "Widget made", "type": "object",
             "required": ["id", "size"],
             "properties": {
               "id": {"type": "string", "maxLength": 200},
               "size": {"enum": ["SMALL", "LARGE"]},
               "weight": {"type": ["number", "null"], "minimum": 0},
               "status": {"const": "MADE"},
               "maker": {"oneOf": [{"type": "null"}, {"type": "object", "required": ["id"],
                                                      "properties": {"id": {"type": "string"}}}]},
               "parts": {"type": "array", "items": {"$ref": "#/$defs/part"}},
               "labels": {"type": "object", "patternProperties": {"^[a-z]+$": {"type": "string"}},
                          "properties": {}, "additionalProperties": false}},
             "$defs": {"part": {"type": "object", "required": ["name"],
                                "properties": {"name": {"type": "string"},
                                               "parts": {"type": "array", "items": {"$ref": "#/$defs/part"}}}}}}
            """;

    private static JsonNode schema(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static JsonNode changed(String piece, String by) {
        assertThat(RELEASED).as("what the change replaces").contains(piece);
        return schema(RELEASED.replace(piece, by));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "required": ["id", "size"]          | "required": ["id"]                        | /size: was required
            "required": ["id", "size"]          | "required": ["id", "size", "weight"]      | /weight: is required now
            "id": {"type": "string", "max       | "id": {"type": "integer", "max            | /id: type has "string" no more
            ["number", "null"]                  | ["number"]                                | /weight: type has "null" no more
            ["number", "null"]                  | ["number", "null", "string"]              | /weight: type has "string" now
            ["SMALL", "LARGE"]                  | ["SMALL"]                                 | /size: enum has "LARGE" no more
            ["SMALL", "LARGE"]                  | ["SMALL", "LARGE", "HUGE"]                | /size: enum has "HUGE" now
            {"const": "MADE"}                   | {"const": "DONE"}                         | /status: const was "MADE"
            "maxLength": 200                    | "maxLength": 100                          | /id: maxLength was 200
            "maxLength": 200                    | "maxLength": 200, "minLength": 3          | /id: minLength was absent
            , "minimum": 0                      | , "exclusiveMinimum": 0                   | /weight: minimum was 0
            {"oneOf": [{"type": "null"},        | {"oneOf": [                               | /maker: oneOf was
            "properties": {"id": {"type": "st   | "properties": {"id": {"format": "uuid", "type": "st | /maker/oneOf/1/id: format was
            "required": ["name"],               | ``                                        | /parts/items/name: was required
            {"name": {"type": "string"}         | {"name": {"type": "number"}               | /parts/items/name: type has
            "^[a-z]+$"                          | "^[a-z]*$"                                | /labels/^[a-z]*$: is a pattern
            "properties": {}                    | "properties": {"x": true}                 | /labels/x: is new where
            "title": "Widget made",             | "additionalProperties": false,            | /: additionalProperties was absent
            "title": "Widget made",             | "shape": "round",                         | /: shape was absent
            """)
    void finds_what_breaks(String piece, String by, String found) {
        assertThat(SchemaChanges.breaking(schema(RELEASED), changed(piece, by)))
                .anyMatch(change -> change.startsWith(found));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "title": "Widget made",                | "title": "A widget was made", "description": "By hand.",
            ["number", "null"]                     | ["null", "number"]
            ["SMALL", "LARGE"]                     | ["LARGE", "SMALL"]
            "status": {"const": "MADE"},           | ``
            "status": {"const": "MADE"},           | "status": {"const": "MADE"}, "colour": {"type": "string"},
            "items": {"$ref": "#/$defs/part"}},    | "items": {"$ref": "#/$defs/part", "description": "Inside."}},
            {"name": {"type": "string"}            | {"name": {"type": "string"}, "count": {"type": "integer"}
            """)
    void leaves_in_peace_what_does_not(String piece, String by) {
        assertThat(SchemaChanges.breaking(schema(RELEASED), changed(piece, by))).isEmpty();
    }

    @Test
    void follows_a_definition_that_moves() {
        String part =
                RELEASED.substring(RELEASED.indexOf("{\"part\": ") + "{\"part\": ".length(), RELEASED.length() - 3);
        assertThat(SchemaChanges.breaking(
                        schema(RELEASED),
                        changed("\"items\": {\"$ref\": \"#/$defs/part\"}},", "\"items\": " + part + "},")))
                .isEmpty();
        assertThat(SchemaChanges.breaking(schema(RELEASED), schema(RELEASED.replace("part\"", "piece\""))))
                .isEmpty();
    }

    @Test
    void sees_what_is_added_beside_a_reference() {
        assertThat(SchemaChanges.breaking(
                        schema(RELEASED),
                        changed(
                                "\"items\": {\"$ref\": \"#/$defs/part\"}},",
                                "\"items\": {\"$ref\": \"#/$defs/part\", \"minProperties\": 2}},")))
                .singleElement()
                .asString()
                .startsWith("/parts/items: allOf was absent");
    }

    @Test
    void does_not_guess_what_another_file_says() {
        JsonNode elsewhere = changed("{\"const\": \"MADE\"}", "{\"$ref\": \"status.schema.json\"}");
        assertThatThrownBy(() -> SchemaChanges.breaking(schema(RELEASED), elsewhere))
                .hasMessageContaining("status.schema.json");
    }
}
