package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.GateOutcome;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.NodeScore;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.domain.Threshold;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rubric compares: each score that a threshold or a band asks for. As long as no comparison comes out otherwise,
 * no gate, no band and so no recommendation is another, whatever the scores are; and each of them only ever goes one way
 * as scores go up.
 */
final class Watch {
    private final List<Comparison> comparisons;
    private final Map<String, Integer> places = new HashMap<>();

    /** A node's score against a threshold in percent. */
    record Comparison(String node, Rational threshold, boolean isStrict) {
        boolean isReachedBy(Rational score) {
            return isStrict ? score.isMoreThan(threshold) : score.isAtLeast(threshold);
        }
    }

    /** @param sample any decision under the rubric: all have the same nodes at the same places */
    Watch(Rubric rubric, Decision sample) {
        Set<Comparison> found = new LinkedHashSet<>();
        String root = rubric.criteria().id();
        found.add(new Comparison(root, rubric.bands().strongAt().toRational(), false));
        found.add(new Comparison(root, rubric.bands().failBelow().toRational(), false));
        for (Gate gate : rubric.gates()) {
            if (gate instanceof Gate.MinScore score) {
                score.nodes().forEach(node -> found.add(comparison(node, score.threshold(), rubric)));
            }
        }
        comparisons = new ArrayList<>(found);
        for (int i = 0; i < sample.nodes().size(); i++) {
            places.put(sample.nodes().get(i).node(), i);
        }
    }

    private static Comparison comparison(String node, Threshold threshold, Rubric rubric) {
        return switch (threshold) {
            case Threshold.AtLeast atLeast ->
                new Comparison(node, atLeast.percent().toRational(), false);
            case Threshold.MoreThan moreThan ->
                new Comparison(node, moreThan.percent().toRational(), true);
            case Threshold.AtLeastRating rated ->
                new Comparison(
                        node, rubric.ratingScale().toPercent(rated.rating().toRational()), false);
        };
    }

    List<Comparison> comparisons() {
        return comparisons;
    }

    /** How much work it is to look at one decision, in nodes. */
    int work() {
        return comparisons.size();
    }

    /** Where the compared node stands. */
    NodeScore score(Comparison comparison, Decision decision) {
        return decision.nodes().get(places.getOrDefault(comparison.node(), 0));
    }

    /** How every comparison comes out, where every gate stands, and whether all is in. */
    BitSet look(Decision decision) {
        BitSet bits = new BitSet(2 * (comparisons.size() + decision.gates().size()) + 1);
        int next = 0;
        for (Comparison comparison : comparisons) {
            if (score(comparison, decision) instanceof NodeScore.Scored(String _, Interval interval, boolean _)) {
                bits.set(next, comparison.isReachedBy(interval.low()));
                bits.set(next + 1, comparison.isReachedBy(interval.high()));
            }
            next += 2;
        }
        for (GateOutcome gate : decision.gates()) {
            bits.set(next, (gate.state().ordinal() & 1) != 0);
            bits.set(next + 1, (gate.state().ordinal() & 2) != 0);
            next += 2;
        }
        bits.set(next, decision.complete());
        return bits;
    }
}
