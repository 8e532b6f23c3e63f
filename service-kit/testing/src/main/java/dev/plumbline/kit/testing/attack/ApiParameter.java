package dev.plumbline.kit.testing.attack;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A parameter of an operation.
 *
 * @param name as in the OpenAPI document
 * @param in {@code path}, {@code query} or {@code header}
 * @param schema of its value
 */
record ApiParameter(String name, String in, JsonNode schema) {
    /** Whether it is in the path, in the query or a header, as {@code where} says. */
    boolean isIn(String where) {
        return in.equals(where);
    }

    /** What a {@link Place} calls it. */
    String key(String path) {
        if (!name.equals("id")) {
            return name;
        }
        String before = path.substring(0, path.indexOf("/{id}"));
        return before.substring(before.lastIndexOf('/') + 1);
    }
}
