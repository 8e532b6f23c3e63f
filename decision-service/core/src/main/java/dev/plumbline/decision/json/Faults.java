package dev.plumbline.decision.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with a document; of several faults at one place the first is kept. */
final class Faults {

    private final Map<String, Fault> byPointer = new LinkedHashMap<>();

    void add(String pointer, String message) {
        byPointer.putIfAbsent(pointer, new Fault(pointer, message));
    }

    boolean isEmpty() {
        return byPointer.isEmpty();
    }

    List<Fault> toList() {
        return List.copyOf(byPointer.values());
    }
}
