package dev.plumbline.interview.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.kit.rest.JsonSettings;

/** JSON objects read as the inbox reads it. */
final class Json {
    private static final ObjectMapper MAPPER = JsonSettings.apply(new ObjectMapper());

    private Json() {}

    static ObjectNode parse(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
