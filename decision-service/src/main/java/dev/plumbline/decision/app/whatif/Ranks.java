package dev.plumbline.decision.app.whatif;

import dev.plumbline.decision.app.RankKey;
import dev.plumbline.decision.domain.simulation.KendallTau;

/**
 * Two rankings of the same applications: of each, its exact total now and then. Totals that are equal tie. Some hundred bytes
 * for each application at the most, while they are compared.
 */
final class Ranks {
    private final PackedKeys now = new PackedKeys();
    private final PackedKeys then = new PackedKeys();

    void add(RankKey rankNow, RankKey rankThen) {
        now.add(rankNow.toBytes());
        then.add(rankThen.toBytes());
    }

    KendallTau compare() {
        return KendallTau.of(now.places(), then.places());
    }
}
