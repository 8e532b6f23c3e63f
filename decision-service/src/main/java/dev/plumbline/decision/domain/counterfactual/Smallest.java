package dev.plumbline.decision.domain.counterfactual;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Collects changes, counts them all and keeps the smallest ones. */
final class Smallest {
    private final int most;
    private List<Change> kept = new ArrayList<>();
    private int found;

    Smallest(int most) {
        this.most = most;
    }

    void add(Change change) {
        found++;
        kept.add(change);
        if (kept.size() >= 4 * most) {
            kept = new ArrayList<>(toList());
        }
    }

    int found() {
        return found;
    }

    /** The smallest first. */
    List<Change> toList() {
        return new LinkedHashSet<>(kept)
                .stream().sorted(Change.SMALLEST_FIRST).limit(most).toList();
    }
}
