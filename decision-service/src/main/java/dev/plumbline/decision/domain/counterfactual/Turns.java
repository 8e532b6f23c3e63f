package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.GateState;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.NodeScore;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.domain.counterfactual.Watch.Comparison;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds the lines in a plane at which a comparison or a gate comes out otherwise. What two numbers move is a sum of what
 * each of them moves, evenly: scores are means, and gates count questions. So a score at three corners is its score
 * everywhere. The corners are decided as everything else is.
 */
final class Turns {
    private final Plane plane;
    private final Decision lowest;
    private final Decision right;
    private final Decision top;
    private final Decision highest;
    private final Map<HalfPlane, Turn> found = new LinkedHashMap<>();

    private Turns(Plane plane, Decision lowest, Decision highest) {
        this.plane = plane;
        this.lowest = lowest;
        this.highest = highest;
        right = plane.at(plane.one().last(), 0).decision();
        top = plane.at(0, plane.other().last()).decision();
    }

    /**
     * All turns of a plane.
     *
     * @param lowest the decision where both levers are at their lowest value
     * @param highest where both are at their highest one
     */
    static List<Turn> of(Plane plane, Decision lowest, Decision highest) {
        Turns turns = new Turns(plane, lowest, highest);
        for (Comparison comparison : plane.trials().watch().comparisons()) {
            turns.addScore(comparison, Interval::low);
            turns.addScore(comparison, Interval::high);
        }
        List<Gate> gates = plane.trials().gates();
        for (int i = 0; i < gates.size(); i++) {
            if (gates.get(i) instanceof Gate.MinRight) {
                turns.addCount(gates.get(i), reaching(i, GateState.PASSED));
                turns.addCount(gates.get(i), reaching(i, GateState.PENDING));
            }
        }
        return new ArrayList<>(turns.found.values());
    }

    private void add(HalfPlane reached, Predicate<Decision> isSo) {
        found.putIfAbsent(reached, new Turn(reached, isSo));
    }

    private void addScore(Comparison comparison, Function<Interval, Rational> end) {
        if (!(plane.trials().watch().score(comparison, lowest) instanceof NodeScore.Scored)) {
            return;
        }
        Predicate<Decision> isSo = decision -> comparison.isReachedBy(score(comparison, end, decision));
        if (isSo.test(lowest) || !isSo.test(highest)) {
            return;
        }
        Rational from = score(comparison, end, lowest);
        Rational one = minus(score(comparison, end, right), from);
        Rational other = minus(score(comparison, end, top), from);
        if (!minus(score(comparison, end, highest), from).equals(one.plus(other))) {
            throw new IllegalStateException("two steps do not add up at " + comparison.node());
        }
        // Both sides times the number of steps of either lever: so far all of its steps together move the score.
        long width = plane.one().last();
        long height = plane.other().last();
        Rational gap = minus(comparison.threshold(), from).times(width).times(height);
        add(halfPlane(one.times(height), other.times(width), gap, comparison.isStrict()), isSo);
    }

    private Rational score(Comparison comparison, Function<Interval, Rational> end, Decision decision) {
        NodeScore score = plane.trials().watch().score(comparison, decision);
        return end.apply(((NodeScore.Scored) score).interval());
    }

    private static Rational minus(Rational from, Rational less) {
        return from.plus(less.times(-1));
    }

    private static HalfPlane halfPlane(Rational one, Rational other, Rational least, boolean isStrict) {
        BigInteger scale = one.denominator().multiply(other.denominator()).multiply(least.denominator());
        BigInteger bound = whole(least, scale);
        return HalfPlane.of(whole(one, scale), whole(other, scale), isStrict ? bound.add(BigInteger.ONE) : bound);
    }

    private static BigInteger whole(Rational value, BigInteger scale) {
        return value.numerator().multiply(scale.divide(value.denominator()));
    }

    private static Predicate<Decision> reaching(int gate, GateState state) {
        return decision -> {
            GateState now = decision.gates().get(gate).state();
            return now == GateState.PASSED || now == state;
        };
    }

    /** Of a gate that counts questions, one like the other. Where it turns is found by halving. */
    private void addCount(Gate gate, Predicate<Decision> isSo) {
        if (isSo.test(lowest) || !isSo.test(highest)) {
            return;
        }
        String name = Lever.GATE + gate.id();
        long width = plane.one().touches().contains(name) ? plane.one().last() : 0;
        long height = plane.other().touches().contains(name) ? plane.other().last() : 0;
        long less = 0;
        long least = width + height;
        while (least - less > 1) {
            long middle = (less + least) >>> 1;
            long i = Math.min(middle, width);
            if (isSo.test(plane.at(i, middle - i).decision())) {
                least = middle;
            } else {
                less = middle;
            }
        }
        add(HalfPlane.of(width > 0 ? 1 : 0, height > 0 ? 1 : 0, least), isSo);
    }
}
