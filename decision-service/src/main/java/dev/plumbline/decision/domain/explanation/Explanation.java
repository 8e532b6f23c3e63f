package dev.plumbline.decision.domain.explanation;

import dev.plumbline.decision.domain.FactIdentity;
import java.util.List;

/**
 * Why a decision is what it is.
 *
 * @param reasons plain sentences, the deciding ones first
 * @param tree the criteria from the root down, each with what it contributed
 * @param gates in the rubric's order, each with its figures against the threshold
 * @param mustHaves the nodes that the rubric marks so, in the tree's order
 * @param spreads of the questions that two or more raters rated, in the tree's order
 * @param outOfScale ratings that lie outside the rubric's scale and count as absent
 */
public record Explanation(
        List<String> reasons,
        ExplainedNode tree,
        List<ExplainedGate> gates,
        List<MustHave> mustHaves,
        List<RaterSpread> spreads,
        List<FactIdentity.Rating> outOfScale) {

    public Explanation {
        reasons = List.copyOf(reasons);
        gates = List.copyOf(gates);
        mustHaves = List.copyOf(mustHaves);
        spreads = List.copyOf(spreads);
        outOfScale = List.copyOf(outOfScale);
    }
}
