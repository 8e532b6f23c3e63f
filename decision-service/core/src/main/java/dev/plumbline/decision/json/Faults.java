package dev.plumbline.decision.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with a document; of several faults at one place the first is kept. */
final class Faults {

    private final Map<String, Fault> byPointer = new LinkedHashMap<>();
    private final boolean unknownFieldsCount;

    private Faults(boolean unknownFieldsCount) {
        this.unknownFieldsCount = unknownFieldsCount;
    }

    /** For a request: a field that nobody knows is a fault. */
    static Faults ofRequest() {
        return new Faults(true);
    }

    /** For an event: a field that nobody knows here is for others, or for later. */
    static Faults ofEvent() {
        return new Faults(false);
    }

    void add(Place place, String message) {
        String pointer = place.pointer();
        byPointer.putIfAbsent(pointer, new Fault(pointer, message));
    }

    void addUnknownField(Place place) {
        if (unknownFieldsCount) {
            add(place, "is not a known field here");
        }
    }

    boolean isEmpty() {
        return byPointer.isEmpty();
    }

    List<Fault> toList() {
        return List.copyOf(byPointer.values());
    }
}
