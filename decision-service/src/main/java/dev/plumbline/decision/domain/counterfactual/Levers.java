package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.NodeScore;
import dev.plumbline.decision.domain.Rubric;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the evidence that could be other than it is and has an influence: no more than that, so that nothing is tried in
 * vain. Sections and ratings of leaves that are waived have none, nor has what the rubric does not ask for.
 */
final class Levers {
    private final Rubric rubric;
    private final Evidence evidence;
    private final Decision decision;
    private final List<Lever> levers = new ArrayList<>();

    private Levers(Rubric rubric, Evidence evidence, Decision decision) {
        this.rubric = rubric;
        this.evidence = evidence;
        this.decision = decision;
    }

    /** All levers: the leaves' in the order of the tree, then the gates' in the order of the rubric. */
    static List<Lever> of(Rubric rubric, Evidence evidence, Decision decision) {
        Levers found = new Levers(rubric, evidence, decision);
        leaves(rubric.criteria(), decision).forEach(found::addLeaf);
        GateLevers gates = new GateLevers(rubric, evidence);
        found.levers.addAll(gates.all());
        return List.copyOf(found.levers);
    }

    /** The leaves that are not waived, in the order of the tree. */
    static List<Criterion.Leaf> leaves(Criterion criterion, Decision decision) {
        if (decision.node(criterion.id()).orElseThrow() instanceof NodeScore.Waived) {
            return List.of();
        }
        return switch (criterion) {
            case Criterion.Leaf leaf -> List.of(leaf);
            case Criterion.Inner inner ->
                inner.parts().stream()
                        .flatMap(part -> leaves(part.criterion(), decision).stream())
                        .toList();
        };
    }

    private void addLeaf(Criterion.Leaf leaf) {
        switch (leaf.source()) {
            case EvidenceSource.AssessmentSection assessed ->
                levers.addAll(
                        SectionLevers.of(assessed.section(), touching(leaf), evidence, rightGates(assessed.section())));
            case EvidenceSource.InterviewQuestion asked ->
                levers.addAll(new RatingLevers(asked, touching(leaf), evidence, rubric.ratingScale()).all());
        }
    }

    private static Set<String> touching(Criterion.Leaf leaf) {
        return Set.of(Lever.LEAF + leaf.id());
    }

    /** The gates that count the section's right answers. */
    private Set<String> rightGates(String section) {
        Set<String> gates = new HashSet<>();
        for (Gate gate : rubric.gates()) {
            if (gate instanceof Gate.MinRight right && right.sections().contains(section)) {
                gates.add(Lever.GATE + gate.id());
            }
        }
        return gates;
    }
}
