package dev.plumbline.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.certificate.Discrepancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The members of an object, each of which must be there, and no other. What is at fault is reported and stands as nothing. */
final class Members {
    private static final Predicate<String> DIGEST =
            Pattern.compile("[0-9a-f]{64}").asMatchPredicate();
    private static final Predicate<String> WHOLE =
            Pattern.compile("[1-9][0-9]{0,8}").asMatchPredicate();

    private final JsonNode object;
    private final String pointer;
    private final List<Discrepancy> found;

    Members(JsonNode object, String pointer, Set<String> names, List<Discrepancy> found) {
        this.object = object;
        this.pointer = pointer;
        this.found = found;
        if (!object.isObject()) {
            report(pointer, "must be an object");
            return;
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                report(place(name), "is not a known field here");
            }
        });
        for (String name : names) {
            if (!object.has(name)) {
                report(place(name), "is missing");
            }
        }
    }

    String place(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    JsonNode get(String name) {
        return object.path(name);
    }

    String text(String name) {
        return text(name, text -> !text.isBlank(), "must be a text");
    }

    String digest(String name) {
        return text(name, DIGEST, "must be 64 hexadecimal digits");
    }

    /** A whole number of 1 or more, written as a text. */
    int whole(String name) {
        String text = text(name, WHOLE, "must be a whole number of 1 or more, as a text");
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    boolean truth(String name) {
        if (object.has(name) && !get(name).isBoolean()) {
            report(place(name), "must be true or false");
        }
        return get(name).booleanValue();
    }

    List<JsonNode> list(String name) {
        if (object.has(name) && !get(name).isArray()) {
            report(place(name), "must be a list");
        }
        List<JsonNode> elements = new ArrayList<>();
        if (get(name).isArray()) {
            get(name).forEach(elements::add);
        }
        return elements;
    }

    String text(String name, Predicate<String> condition, String otherwise) {
        String text = get(name).textValue();
        if (text != null && condition.test(text)) {
            return text;
        }
        if (object.has(name)) {
            report(place(name), otherwise);
        }
        return "";
    }

    private void report(String place, String message) {
        found.add(new Discrepancy(place, null, message));
    }
}
