package dev.plumbline.decision.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Lists in the order of their identities, so that equal evidence is one value whatever order it arrived in. */
final class Sorted {

    private Sorted() {}

    /** @throws IllegalArgumentException if two elements are the same by {@code order} */
    static <T> List<T> distinct(List<T> rows, Comparator<? super T> order, String what) {
        if (isStrictlySorted(rows, order)) {
            return List.copyOf(rows);
        }
        List<T> sorted = new ArrayList<>(rows);
        sorted.sort(order);
        if (!isStrictlySorted(sorted, order)) {
            throw new IllegalArgumentException(what + " names one thing twice");
        }
        return List.copyOf(sorted);
    }

    private static <T> boolean isStrictlySorted(List<T> rows, Comparator<? super T> order) {
        for (int i = 1; i < rows.size(); i++) {
            if (order.compare(rows.get(i - 1), rows.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** The index of the first row whose key is not below {@code key}; the list's size if there is none. */
    static <T> int firstNotBelow(List<T> rows, Function<T, String> keyOf, String key) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keyOf.apply(rows.get(middle)).compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
