package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * One piece of evidence that could be other than it is: a row of values, each of them a step. The higher the value, the
 * higher, or at least not lower, is every score and every gate that it has an influence on.
 *
 * @param touches what it has an influence on: leaves and gates
 * @param likeness what is the same for levers that do the same, such as two raters who gave the same rating
 * @param isToCome whether it is evidence that is still to come, rather than evidence that is given
 * @param values where the values are
 * @param twiceAnchor twice the value that sizes are measured from: the given one, or the middle of what can come
 * @param span all the room there is, in the unit of the values
 * @param byValue the step to a value
 */
record Lever(
        Set<String> touches,
        String likeness,
        boolean isToCome,
        Values values,
        long twiceAnchor,
        long span,
        LongFunction<Step> byValue) {

    /** What the name of a leaf begins with among what a lever touches. */
    static final String LEAF = "leaf ";

    /** What the name of a gate begins with. */
    static final String GATE = "gate ";

    /** A flag has so many states, an attestation and an answer fewer. */
    private static final int STATES = 3;

    /**
     * Equally spaced values.
     *
     * @param first the lowest
     * @param unit from one to the next, above 0
     * @param last the highest index; the lowest value has index 0
     */
    record Values(long first, long unit, long last) {
        long at(long index) {
            return first + index * unit;
        }
    }

    /** Whether it moves a score and nothing else, rather than what gates look at beside the scores. */
    boolean isScore() {
        return touches.stream().allMatch(touched -> touched.startsWith(LEAF));
    }

    /**
     * Whether its values are numbers of points, questions or steps of a scale: every score and every count that it moves,
     * it moves by as much from each value to the next one. Where there are no more values than states, it makes no difference.
     */
    boolean isNumber() {
        return values.last() >= STATES;
    }

    /**
     * Values on one side of what sizes are measured from.
     *
     * @param low the lowest index
     * @param high the highest one
     * @param way 1 where steps grow as the values do, -1 where they become smaller
     */
    record Side(long low, long high, int way) {}

    /** Both sides, without the value that is given; those that have any value. */
    List<Side> sides() {
        long below = Math.clamp(notAboveAnchor(), -1, last());
        List<Side> sides = new ArrayList<>(2);
        long highest = below >= 0 && isGiven(below) ? below - 1 : below;
        if (highest >= 0) {
            sides.add(new Side(0, highest, -1));
        }
        if (below < last()) {
            sides.add(new Side(below + 1, last(), 1));
        }
        return sides;
    }

    /** The index of the highest value that is not above what sizes are measured from, were there no end of values. */
    private long notAboveAnchor() {
        return Math.floorDiv(Math.floorDiv(twiceAnchor, 2) - values.first(), values.unit());
    }

    Step step(long index) {
        return byValue.apply(values.at(index));
    }

    long last() {
        return values.last();
    }

    /** How far a step goes, as a share of all the room. */
    Rational size(long index) {
        return Rational.of(twiceDistance(index), 2 * span);
    }

    private long twiceDistance(long index) {
        return Math.abs(2 * values.at(index) - twiceAnchor);
    }

    /** Whether the step goes up from what is given (1) or down (-1); 0 for what is to come. */
    int direction(long index) {
        return isToCome ? 0 : Long.signum(2 * values.at(index) - twiceAnchor);
    }

    /** Whether the index is that of the value that is given. */
    boolean isGiven(long index) {
        return !isToCome && twiceDistance(index) == 0;
    }

    /** The index from {@code low} to {@code high} whose step is the smallest. */
    long nearest(long low, long high) {
        long below = notAboveAnchor();
        long one = Math.clamp(below, low, high);
        long other = Math.clamp(below + 1, low, high);
        return twiceDistance(one) <= twiceDistance(other) ? one : other;
    }
}
