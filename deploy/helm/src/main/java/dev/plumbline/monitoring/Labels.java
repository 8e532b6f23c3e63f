package dev.plumbline.monitoring;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The labels of a series; the metric's name is one of them, {@code __name__}. An empty label is none.
 *
 * @param map by name
 */
public record Labels(SortedMap<String, String> map) {
    static final String NAME = "__name__";

    /** No labels. */
    public static final Labels NONE = of(Map.of());

    public Labels {
        SortedMap<String, String> present = new TreeMap<>(map);
        present.values().removeIf(String::isEmpty);
        map = Collections.unmodifiableSortedMap(present);
    }

    /** These. */
    public static Labels of(Map<String, String> labels) {
        return new Labels(new TreeMap<>(labels));
    }

    /** A metric's name and these. */
    public static Labels of(String metric, Map<String, String> labels) {
        return of(labels).with(NAME, metric);
    }

    /** The value of a label, empty where it is absent. */
    public String get(String name) {
        return map.getOrDefault(name, "");
    }

    /** With this label, too, in the place of one of that name. */
    public Labels with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(map);
        more.put(name, value);
        return new Labels(more);
    }

    Labels with(Map<String, String> others) {
        SortedMap<String, String> more = new TreeMap<>(map);
        more.putAll(others);
        return new Labels(more);
    }

    Labels only(Collection<String> names) {
        SortedMap<String, String> kept = new TreeMap<>(map);
        kept.keySet().retainAll(names);
        return new Labels(kept);
    }

    Labels without(Collection<String> names) {
        SortedMap<String, String> kept = new TreeMap<>(map);
        kept.keySet().removeAll(names);
        return new Labels(kept);
    }

    /** Without the metric's name. */
    public Labels unnamed() {
        SortedMap<String, String> kept = new TreeMap<>(map);
        kept.remove(NAME);
        return new Labels(kept);
    }
}
