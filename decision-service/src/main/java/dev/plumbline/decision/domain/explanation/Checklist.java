package dev.plumbline.decision.domain.explanation;

import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.GateState;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.domain.explanation.MustHave.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The must-have checklist. A gate looks at a node if it asks a score of the node itself, or right answers of sections that
 * all lie below the node; a must-have is met when all such gates are passed. Where no gate looks at it, its score has to
 * reach the rubric's {@code failBelow}.
 */
final class Checklist {
    private final Rational failBelow;
    private final List<ExplainedGate> gates;

    private Checklist(Rational failBelow, List<ExplainedGate> gates) {
        this.failBelow = failBelow;
        this.gates = gates;
    }

    static List<MustHave> of(Rubric rubric, ExplainedNode tree, List<ExplainedGate> gates) {
        Checklist checklist = new Checklist(rubric.bands().failBelow().toRational(), gates);
        return tree.all()
                .filter(node -> node.criterion().mustHave())
                .map(checklist::line)
                .toList();
    }

    private MustHave line(ExplainedNode node) {
        List<String> looking = new ArrayList<>();
        List<GateState> states = new ArrayList<>();
        for (ExplainedGate gate : gates) {
            GateState state = stateFor(node, gate);
            // A gate that is waived says nothing of the node: it has not been looked at.
            if (state != null && state != GateState.WAIVED) {
                looking.add(gate.gate().id());
                states.add(state);
            }
        }
        return new MustHave(node.criterion().id(), node.criterion().name(), status(node, states), looking);
    }

    /** What the gate says of this node alone; null where it does not look at it. */
    private static @Nullable GateState stateFor(ExplainedNode node, ExplainedGate gate) {
        return switch (gate.gate()) {
            case Gate.MinScore _ ->
                gate.figures().stream()
                        .map(GateFigure.Score.class::cast)
                        .filter(figure -> figure.node().equals(node.criterion().id()))
                        .map(GateFigure.Score::state)
                        .findFirst()
                        .orElse(null);
            case Gate.MinRight right -> sectionsBelow(node).containsAll(right.sections()) ? gate.state() : null;
            case Gate.NoRedFlags _, Gate.Attestation _, Gate.Screening _ -> null;
        };
    }

    private static Set<String> sectionsBelow(ExplainedNode node) {
        return node.all()
                .map(ExplainedNode::evidence)
                .filter(LeafEvidence.Section.class::isInstance)
                .map(evidence -> ((LeafEvidence.Section) evidence).section())
                .collect(Collectors.toSet());
    }

    private Status status(ExplainedNode node, List<GateState> states) {
        ExplainedNode.Standing standing = node.standing();
        if (standing == null) {
            return Status.WAIVED;
        }
        if (states.isEmpty()) {
            return againstTheBand(standing.score());
        }
        if (states.contains(GateState.FAILED)) {
            return Status.NOT_MET;
        }
        return states.contains(GateState.PENDING) ? Status.OPEN : Status.MET;
    }

    private Status againstTheBand(Interval score) {
        if (score.low().isAtLeast(failBelow)) {
            return Status.MET;
        }
        return score.high().isAtLeast(failBelow) ? Status.OPEN : Status.NOT_MET;
    }
}
