package dev.plumbline.kit.testing.attack;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands for the parameters of paths, so that calls reach something.
 *
 * @param values by the parameter's name, or for {@code id} by the path's part before it: {@code jobs} for that of {@code
 *     /v1/jobs/{id}/rubric}
 * @param secret of a candidate's session; null where there is none
 */
public record Place(Map<String, String> values, @Nullable String secret) {
    public Place {
        values = Map.copyOf(values);
    }

    /** A place without a secret. */
    public static Place of(Map<String, String> values) {
        return new Place(values, null);
    }

    /** The same place with another value. */
    Place with(String key, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(key, value);
        return new Place(changed, secret);
    }

    /** The value that stands for a parameter. */
    public String value(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new AssertionError("The scenery has no " + key);
        }
        return value;
    }

    /** A text in which each <code>${key}</code> is its value. */
    String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            filled = filled.replace("${" + entry.getKey() + "}", entry.getValue());
        }
        return filled;
    }
}
