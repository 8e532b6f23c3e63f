package dev.plumbline.decision.app.ranking;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The ids of the gates of a job's rubric versions, each in its rubric's order. */
public final class JobGates {
    /** Of a job without versions. */
    public static final JobGates NONE = new JobGates(Map.of());

    private final NavigableMap<Integer, List<String>> byVersion;

    JobGates(Map<Integer, List<String>> byVersion) {
        this.byVersion = new TreeMap<>(byVersion);
    }

    /** Those of a version; none where it is not known. */
    public List<String> of(int version) {
        return byVersion.getOrDefault(version, List.of());
    }

    /** Those of any version: the newest one's first. */
    public List<String> all() {
        Set<String> all = new LinkedHashSet<>();
        byVersion.descendingMap().values().forEach(all::addAll);
        return new ArrayList<>(all);
    }
}
