package dev.plumbline.decision.domain;

import java.util.List;

/** What every id of a rubric or of evidence keeps to, and lists of them. */
final class Ids {

    private Ids() {}

    static String require(String id, String what) {
        if (id.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        return id;
    }

    static List<String> requireDistinct(List<String> ids, String what) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        ids.forEach(id -> require(id, what));
        if (ids.stream().distinct().count() != ids.size()) {
            throw new IllegalArgumentException(what + " names one thing twice");
        }
        return List.copyOf(ids);
    }
}
