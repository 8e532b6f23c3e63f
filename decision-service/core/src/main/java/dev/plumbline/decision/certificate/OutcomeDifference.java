package dev.plumbline.decision.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.json.ExactJson;
import java.util.TreeSet;

/** Where a stated outcome first differs from what deciding again gives. */
final class OutcomeDifference {

    private OutcomeDifference() {}

    /** A pointer from the outcome's root; empty where it is as a whole another. */
    static String between(byte[] expected, JsonNode stated) {
        try {
            return between(ExactJson.parse(expected), stated);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("canonical JSON is JSON", e);
        }
    }

    private static String between(JsonNode expected, JsonNode stated) {
        if (expected.isObject() && stated.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            stated.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (!expected.path(name).equals(stated.path(name))) {
                    return "/" + name.replace("~", "~0").replace("/", "~1")
                            + between(expected.path(name), stated.path(name));
                }
            }
        }
        if (expected.isArray() && stated.isArray()) {
            for (int i = 0; i < Math.max(expected.size(), stated.size()); i++) {
                if (!expected.path(i).equals(stated.path(i))) {
                    return "/" + i + between(expected.path(i), stated.path(i));
                }
            }
        }
        return "";
    }
}
