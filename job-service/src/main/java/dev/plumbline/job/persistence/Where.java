package dev.plumbline.job.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a query, of which some may not be asked for. */
final class Where {
    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> parameters = new HashMap<>();

    /** A further condition; none where the value is null. */
    Where and(String attribute, String operator, @Nullable Object value) {
        if (value != null) {
            conditions.add(attribute + " " + operator + " :" + attribute);
            parameters.put(attribute, value);
        }
        return this;
    }

    String query() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
