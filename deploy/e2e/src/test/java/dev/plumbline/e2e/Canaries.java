package dev.plumbline.e2e;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Values that can be told from all others, each of a kind that has to stay where it was put. */
final class Canaries {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** A new value of this kind: letters and digits only, so that no encoding changes it. */
    String of(String kind) {
        String value = "canary" + UUID.randomUUID().toString().replace("-", "");
        values.put(value, kind);
        return value;
    }

    /** A value that a service has made. */
    String add(String kind, String value) {
        values.put(value, kind);
        return value;
    }

    /** The kinds of those that a text holds. */
    Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        values.forEach((value, kind) -> {
            if (text.contains(value)) {
                found.add(kind);
            }
        });
        return found;
    }
}
