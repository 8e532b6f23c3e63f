package dev.plumbline.local.decisions;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns decisions into aligned lines. A decision that only narrows the total gets none; its number shows that it was
 * there.
 */
final class DecisionTable {
    private static final String ROW = "  %-14s %4s  %-20s %-8s %-14s %s";

    private final Map<String, String> names;
    private final Map<String, Change> last = new ConcurrentHashMap<>();

    /** @param names candidates by external id; others are shown by that id */
    DecisionTable(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    static String header() {
        return ROW.formatted("candidate", "no.", "recommendation", "band", "total", "because of");
    }

    /** The line for a decision, if it is worth one. */
    Optional<String> decision(Change change) {
        Change before = last.put(change.applicationId(), change);
        if (before != null && !change.differsFrom(before)) {
            return Optional.empty();
        }
        return Optional.of(line(change));
    }

    /** Whether the last decision on an application that was seen is this one. */
    boolean shows(String application, String recommendation, boolean withdrawn) {
        Change seen = last.get(application);
        return seen != null && seen.recommendation().equals(recommendation) && seen.withdrawn() == withdrawn;
    }

    /** The line for a verdict. */
    String verdict(Change change) {
        String name = Optional.ofNullable(last.get(change.applicationId()))
                .map(this::name)
                .orElse("");
        return row(name, change, change.recommendation());
    }

    /** The line for a decision that was there before. */
    String line(Change change) {
        boolean news = !change.previous().isEmpty() && !change.previous().equals(change.recommendation());
        String what = news ? change.previous() + " -> " + change.recommendation() : change.recommendation();
        return row(name(change), change, change.withdrawn() ? what + ", withdrawn" : what);
    }

    private String name(Change change) {
        return names.getOrDefault(change.externalId(), change.externalId());
    }

    private static String row(String name, Change change, String what) {
        return ROW.formatted(name, change.number(), what, dash(change.band()), dash(change.total()), change.trigger())
                .stripTrailing();
    }

    private static String dash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
