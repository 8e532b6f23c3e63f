package dev.plumbline.decision.domain;

import java.util.List;

/** What every id of a rubric or of evidence keeps to. */
final class Ids {

    private Ids() {}

    static void require(String id, String what) {
        if (id.isBlank() || !isPlain(id)) {
            throw new IllegalArgumentException(what + " is blank or has characters that no id has");
        }
    }

    /** Neither control characters, which databases and logs choke on, nor halves of characters, which have no UTF-8. */
    private static boolean isPlain(String id) {
        for (int i = 0; i < id.length(); i++) {
            char unit = id.charAt(i);
            if (Character.isISOControl(unit)) {
                return false;
            }
            if (Character.isSurrogate(unit)) {
                if (!Character.isSurrogatePair(unit, i + 1 < id.length() ? id.charAt(i + 1) : ' ')) {
                    return false;
                }
                i++;
            }
        }
        return true;
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
