package dev.plumbline.decision.domain.simulation;

import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.NodeScore;
import dev.plumbline.decision.domain.Waiver;
import dev.plumbline.decision.domain.WaiverReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the leaves of a rubric that never matter: waived for everybody, no recommendation would be another. Those that alter
 * one are dropped at once, so most cost little; where many are left of a big rubric, the search gives up after so much
 * work and says after how many applications.
 */
public final class IdleCriteria {
    private final CompiledRubric rubric;
    private final Map<String, Boolean> movesTotalByLeaf = new LinkedHashMap<>();
    private long workLeft;
    private int applications;
    private boolean isGivenUp;

    /** @param mostWork in nodes looked at, by the tree and by gates */
    public IdleCriteria(CompiledRubric rubric, long mostWork) {
        this.rubric = rubric;
        this.workLeft = mostWork;
        collect(rubric.rubric().criteria());
    }

    private void collect(Criterion criterion) {
        switch (criterion) {
            case Criterion.Leaf leaf -> movesTotalByLeaf.put(leaf.id(), false);
            case Criterion.Inner inner -> inner.parts().forEach(part -> collect(part.criterion()));
        }
    }

    /** Looks at one more application and what the rubric makes of it. */
    public void add(Evidence evidence, Decision decision) {
        long work = rubric.work() * movesTotalByLeaf.size();
        if (isGivenUp || work > workLeft) {
            isGivenUp = true;
            return;
        }
        workLeft -= work;
        applications++;
        for (String leaf : List.copyOf(movesTotalByLeaf.keySet())) {
            if (decision.node(leaf).orElseThrow() instanceof NodeScore.Waived) {
                continue;
            }
            Decision without = rubric.decide(without(evidence, leaf));
            if (without.recommendation() != decision.recommendation()) {
                movesTotalByLeaf.remove(leaf);
            } else if (!Objects.equals(without.total(), decision.total())) {
                movesTotalByLeaf.put(leaf, true);
            }
        }
    }

    private static Evidence without(Evidence evidence, String leaf) {
        List<Waiver> waivers = new ArrayList<>(evidence.waivers());
        waivers.add(new Waiver(leaf, WaiverReason.NOT_APPLICABLE));
        return new Evidence(
                evidence.sections(),
                evidence.panel(),
                evidence.ratings(),
                evidence.redFlags(),
                evidence.attestations(),
                evidence.screening(),
                waivers);
    }

    /** How many applications were looked at. */
    public int applications() {
        return applications;
    }

    /** Whether all that were added were looked at. */
    public boolean isComplete() {
        return !isGivenUp;
    }

    /** The leaves without which no recommendation would be another, in the rubric's order. */
    public List<String> neverAlter() {
        return List.copyOf(movesTotalByLeaf.keySet());
    }

    /** Those among them without which no total would be another either, and so no rank. */
    public List<String> neverMove() {
        return movesTotalByLeaf.entrySet().stream()
                .filter(leaf -> !leaf.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
