package dev.plumbline.decision.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object at its place. */
record Fields(JsonNode object, Place place, Faults faults) {

    void fault(String message) {
        faults.add(place, message);
    }

    boolean has(String field) {
        return object.has(field);
    }

    /** The same fields, read without recording any fault. */
    Fields aside() {
        return new Fields(object, place, Faults.ofRequest());
    }

    void fault(String field, String message) {
        faults.add(place.child(field), message);
    }

    /** The field's value; {@code null}, and a fault at the field's own path, if it is absent or not as it must be. */
    <T> @Nullable T required(String field, Function<Value, @Nullable T> as) {
        JsonNode node = object.get(field);
        if (node == null) {
            fault(field, "is missing");
            return null;
        }
        return as.apply(new Value(node, place.child(field), faults));
    }

    /** The field's value, {@code otherwise} if it is absent; {@code null}, and a fault, if it is not as it must be. */
    <T> @Nullable T optional(String field, Function<Value, @Nullable T> as, T otherwise) {
        return object.has(field) ? required(field, as) : otherwise;
    }

    /** A fault for every field that is not among the known ones, at its own path. */
    void rejectOthers(Set<String> known) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                faults.addUnknownField(place.child(name));
            }
        }
    }
}
