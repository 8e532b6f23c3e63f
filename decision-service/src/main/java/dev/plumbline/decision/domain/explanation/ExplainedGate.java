package dev.plumbline.decision.domain.explanation;

import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.GateState;
import java.util.List;

/**
 * A gate and where it stands.
 *
 * @param figures what it looks at, in the order of the rubric: the nodes of a {@code MIN_SCORE}, the criteria of a {@code
 *     SCREENING}, one of everything else
 */
public record ExplainedGate(Gate gate, GateState state, List<GateFigure> figures) {
    public ExplainedGate {
        figures = List.copyOf(figures);
    }

    /** Where it stands in plain sentences, one for each of its figures. */
    public List<String> sentences() {
        return GateSentences.of(this);
    }
}
