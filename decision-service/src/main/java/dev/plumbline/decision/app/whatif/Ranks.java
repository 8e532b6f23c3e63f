package dev.plumbline.decision.app.whatif;

import dev.plumbline.decision.app.RankKey;
import dev.plumbline.decision.domain.simulation.KendallTau;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Two rankings of the same applications: of each, its exact total now and then. Totals that are equal tie. */
final class Ranks {
    private final List<RankKey> now = new ArrayList<>();
    private final List<RankKey> then = new ArrayList<>();

    void add(RankKey rankNow, RankKey rankThen) {
        now.add(rankNow);
        then.add(rankThen);
    }

    KendallTau compare() {
        return KendallTau.of(places(now), places(then));
    }

    private static int[] places(List<RankKey> keys) {
        Map<RankKey, Integer> places = new HashMap<>();
        for (RankKey key : new TreeSet<>(keys)) {
            places.put(key, places.size());
        }
        return keys.stream().mapToInt(places::get).toArray();
    }
}
