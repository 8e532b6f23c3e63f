package dev.plumbline.decision.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence comes to under a rubric, exactly; rounding is for display (decision semantics, section 7).
 *
 * @param band {@code null} while there is none yet, or the root is waived
 * @param complete whether all the evidence is in; never where the root is waived
 * @param total the root's interval; {@code null} where the root is waived
 * @param gates in the rubric's order
 * @param nodes every node, sorted by id
 */
public record Decision(
        Recommendation recommendation,
        @Nullable Band band,
        boolean complete,
        @Nullable Interval total,
        List<GateOutcome> gates,
        List<NodeScore> nodes) {

    public Decision {
        gates = List.copyOf(gates);
        nodes = List.copyOf(nodes);
    }

    /** The node of this id, if the rubric has it. */
    public Optional<NodeScore> node(String id) {
        int at = Sorted.firstNotBelow(nodes, NodeScore::node, id);
        return at < nodes.size() && nodes.get(at).node().equals(id) ? Optional.of(nodes.get(at)) : Optional.empty();
    }
}
