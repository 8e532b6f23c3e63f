package dev.plumbline.decision.domain.counterfactual;

import java.math.BigInteger;

/**
 * A line whose height at {@code x} is {@code (rise * x + offset) / run}, exactly.
 *
 * @param run above 0
 */
record Line(BigInteger rise, BigInteger offset, BigInteger run) {

    private BigInteger stretched(BigInteger x) {
        return rise.multiply(x).add(offset);
    }

    /** The highest whole number that is not above the line. */
    BigInteger floor(BigInteger x) {
        return Whole.floor(stretched(x), run);
    }

    /** The lowest whole number that is not below the line. */
    BigInteger ceiling(BigInteger x) {
        return Whole.ceiling(stretched(x), run);
    }

    boolean isAbove(Line other, BigInteger x) {
        return compareAt(other, x) > 0;
    }

    int compareAt(Line other, BigInteger x) {
        return stretched(x).multiply(other.run).compareTo(other.stretched(x).multiply(run));
    }

    int compareSlope(Line other) {
        return rise.multiply(other.run).compareTo(other.rise.multiply(run));
    }

    /** The greatest whole number that is not more than the slope. */
    BigInteger slopeFloor() {
        return Whole.floor(rise, run);
    }

    /** The least whole number that is not less than the slope. */
    BigInteger slopeCeiling() {
        return Whole.ceiling(rise, run);
    }

    boolean isSlopeAtLeast(BigInteger slope) {
        return rise.compareTo(slope.multiply(run)) >= 0;
    }

    boolean isSlopeAtMost(BigInteger slope) {
        return rise.compareTo(slope.multiply(run)) <= 0;
    }

    /** This line with every height less by {@code slope * x}. */
    Line sheared(BigInteger slope) {
        return new Line(rise.subtract(slope.multiply(run)), offset, run);
    }

    /** The line with the axes changed round, of one that rises. */
    Line turned() {
        return new Line(run, offset.negate(), rise);
    }

    /** The first whole {@code x} from which on a line that rises is at this height or above. */
    BigInteger reaches(BigInteger height) {
        return Whole.ceiling(height.multiply(run).subtract(offset), rise);
    }

    /** The first whole {@code x} from which on a line that falls is at this height or below. */
    BigInteger sinksTo(BigInteger height) {
        return Whole.ceiling(offset.subtract(height.multiply(run)), rise.negate());
    }

    /** The last whole {@code x} at which a steeper line is not above this one. */
    BigInteger lastNotBelow(Line steeper) {
        return Whole.floor(crossingNumerator(steeper), crossingDenominator(steeper));
    }

    /** The first whole {@code x} at which a steeper line is not below this one. */
    BigInteger firstNotAbove(Line steeper) {
        return Whole.ceiling(crossingNumerator(steeper), crossingDenominator(steeper));
    }

    private BigInteger crossingNumerator(Line steeper) {
        return offset.multiply(steeper.run).subtract(steeper.offset.multiply(run));
    }

    private BigInteger crossingDenominator(Line steeper) {
        return steeper.rise.multiply(run).subtract(rise.multiply(steeper.run));
    }
}
