package dev.plumbline.decision.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The function that this whole project is about: rubric and evidence in, decision out (decision semantics). Total,
 * static and pure, recomputed from all the evidence and never incremented.
 */
public final class Decide {

    private Decide() {}

    /**
     * What the evidence comes to under the rubric. A rating outside the rubric's scale counts as absent. Where one rubric
     * decides often, {@link CompiledRubric#decide} saves resolving its references each time.
     *
     * @throws IllegalArgumentException if the rubric's parts do not fit together (see {@link CompiledRubric})
     */
    public static Decision decide(Rubric rubric, Evidence evidence) {
        return decide(new CompiledRubric(rubric), evidence);
    }

    static Decision decide(CompiledRubric rubric, Evidence evidence) {
        ScoredTree tree = new ScoredTree(rubric, evidence);
        List<GateStanding> gates = new ArrayList<>(rubric.gates().size());
        for (CompiledGate gate : rubric.gates()) {
            gates.add(GateStanding.of(gate, tree, evidence));
        }
        boolean isWaived = tree.isWaived(ScoredTree.ROOT);
        boolean isComplete = !isWaived && tree.isComplete(ScoredTree.ROOT);
        Interval total = isWaived ? null : tree.interval(ScoredTree.ROOT);
        Band band = total == null ? null : band(total, rubric);
        return new Decision(
                recommendation(band, isComplete, gates), band, isComplete, total, outcomes(gates), tree.toScores());
    }

    /** Section 6: the band that the whole interval lies in, or none while it can still be one or another. */
    private static @Nullable Band band(Interval total, CompiledRubric rubric) {
        if (total.low().isAtLeast(rubric.strongAt())) {
            return Band.STRONG;
        }
        if (rubric.failBelow().isMoreThan(total.high())) {
            return Band.FAIL;
        }
        boolean isBetween =
                total.low().isAtLeast(rubric.failBelow()) && rubric.strongAt().isMoreThan(total.high());
        return isBetween ? Band.DISCUSS : null;
    }

    /** Section 6: the first rule that applies. A waived root has no band and is not complete, which leaves 1 and 6. */
    private static Recommendation recommendation(@Nullable Band band, boolean isComplete, List<GateStanding> gates) {
        if (gates.stream().anyMatch(GateStanding::isRejecting) || band == Band.FAIL) {
            return Recommendation.REJECT;
        }
        if (band == Band.STRONG && gates.stream().allMatch(gate -> gate.state() == GateState.PASSED)) {
            return Recommendation.ADVANCE;
        }
        if (band != null && gates.stream().noneMatch(GateStanding::isPending)) {
            return Recommendation.DISCUSS;
        }
        boolean waitsForThePanelOnly =
                isComplete && gates.stream().allMatch(gate -> !gate.isPending() || gate.isForThePanel());
        return waitsForThePanelOnly ? Recommendation.DISCUSS : Recommendation.PENDING;
    }

    private static List<GateOutcome> outcomes(List<GateStanding> gates) {
        List<GateOutcome> outcomes = new ArrayList<>(gates.size());
        for (GateStanding gate : gates) {
            outcomes.add(new GateOutcome(gate.gate().id(), gate.state()));
        }
        return outcomes;
    }
}
