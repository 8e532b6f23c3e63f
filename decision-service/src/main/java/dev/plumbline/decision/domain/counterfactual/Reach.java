package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.NodeScore;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.domain.counterfactual.Trials.Outcome;
import dev.plumbline.decision.domain.counterfactual.Watch.Comparison;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How far a lever moves the scores that are compared, alone. Levers move scores independently of each other, so what two
 * can do together is the sum, and a pair that can bring no score to its threshold need not be tried.
 *
 * @param isOther whether the lever alone makes anything come out otherwise
 * @param moves of the compared scores that it moves at all, in the order of the comparisons
 */
record Reach(Lever lever, boolean isOther, List<Move> moves) {
    /** Far above the error of these sums, far below any effect of a ten-thousandth of a point that could matter. */
    private static final double MARGIN = 1e-6;

    /**
     * How far one compared score moves, in percent.
     *
     * @param comparison its index
     * @param low how the least that the score can become moves
     * @param high how the most that it can become moves
     */
    record Move(int comparison, Slack low, Slack high) {}

    /**
     * From a score to its threshold, and the way a lever can take it.
     *
     * @param gap from the score up to the threshold, below 0 where it is above
     * @param down 0 or less
     * @param up 0 or more
     */
    record Slack(double gap, double down, double up) {
        boolean reachesWith(Slack other) {
            return down + other.down - MARGIN <= gap && gap <= up + other.up + MARGIN;
        }
    }

    static Reach of(Lever lever, Evidence evidence, Trials trials) {
        Outcome lowest = trials.at(lever, 0, evidence);
        Outcome highest = trials.at(lever, lever.last(), evidence);
        List<Move> moves = new ArrayList<>();
        List<Comparison> comparisons = trials.watch().comparisons();
        for (int i = 0; i < comparisons.size(); i++) {
            addMove(i, List.of(lowest.decision(), highest.decision()), trials, moves);
        }
        // What only the panel can settle shows in no comparison: levers of gates are never passed over.
        return new Reach(lever, !lever.isScore() || trials.isOther(lowest) || trials.isOther(highest), moves);
    }

    private static void addMove(int index, List<Decision> ends, Trials trials, List<Move> moves) {
        Comparison comparison = trials.watch().comparisons().get(index);
        if (!(trials.watch().score(comparison, trials.base()) instanceof NodeScore.Scored base)) {
            return;
        }
        List<NodeScore.Scored> moved = ends.stream()
                .map(end -> (NodeScore.Scored) trials.watch().score(comparison, end))
                .toList();
        if (moved.stream().allMatch(end -> end.interval().equals(base.interval()))) {
            return;
        }
        moves.add(new Move(
                index,
                slack(
                        comparison,
                        base.interval().low(),
                        moved.stream().map(end -> end.interval().low()).toList()),
                slack(
                        comparison,
                        base.interval().high(),
                        moved.stream().map(end -> end.interval().high()).toList())));
    }

    private static Slack slack(Comparison comparison, Rational score, List<Rational> ends) {
        double from = toDouble(score);
        List<Double> ways = ends.stream().map(end -> toDouble(end) - from).toList();
        return new Slack(
                toDouble(comparison.threshold()) - from,
                Math.min(0, Collections.min(ways)),
                Math.max(0, Collections.max(ways)));
    }

    private static double toDouble(Rational value) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), MathContext.DECIMAL64)
                .doubleValue();
    }

    /**
     * Whether the two together may come to another recommendation, where neither does so alone.
     *
     * @param bothMayComplete whether two pieces of evidence that come in may be the last ones
     */
    boolean mayFlipWith(Reach other, boolean bothMayComplete) {
        return (isOther && other.isOther)
                || (bothMayComplete && lever.isToCome() && other.lever.isToCome())
                || !Collections.disjoint(lever.touches(), other.lever.touches())
                || reachesWith(other);
    }

    private boolean reachesWith(Reach other) {
        int mine = 0;
        int theirs = 0;
        while (mine < moves.size() && theirs < other.moves.size()) {
            Move one = moves.get(mine);
            Move two = other.moves.get(theirs);
            if (one.comparison() == two.comparison()
                    && (one.low().reachesWith(two.low()) || one.high().reachesWith(two.high()))) {
                return true;
            }
            mine += one.comparison() <= two.comparison() ? 1 : 0;
            theirs += two.comparison() <= one.comparison() ? 1 : 0;
        }
        return false;
    }
}
