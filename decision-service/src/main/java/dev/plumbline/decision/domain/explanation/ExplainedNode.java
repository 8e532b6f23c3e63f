package dev.plumbline.decision.domain.explanation;

import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.Rational;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node of the criteria tree and what it came to.
 *
 * @param weight its share among its siblings in percent, as the rubric has it; null for the root
 * @param standing null where the node is waived, by itself or from above or below
 * @param evidence what its score is made of; null for an inner node
 * @param children in the rubric's order
 */
public record ExplainedNode(
        Criterion criterion,
        @Nullable Figure weight,
        @Nullable Standing standing,
        @Nullable LeafEvidence evidence,
        List<ExplainedNode> children) {

    public ExplainedNode {
        children = List.copyOf(children);
    }

    /**
     * What a node that counts came to.
     *
     * @param score what its score can still become
     * @param complete whether all its evidence is in
     * @param effectiveWeight its share of the total in percent, waived nodes left out
     * @param contribution the part of the total that comes from it; those of the leaves sum to the total
     */
    public record Standing(Interval score, boolean complete, Rational effectiveWeight, Interval contribution) {}

    /** This node and all below it, in the tree's order. */
    public Stream<ExplainedNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(ExplainedNode::all));
    }
}
