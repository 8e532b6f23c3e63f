package dev.plumbline.decision.domain.counterfactual;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Looks for whole numbers in the gap between two lines. As Euclid's algorithm does, it takes the whole part out of both
 * slopes and changes the axes round until a whole slope is between theirs. That takes a number of rounds that grows with
 * the digits of the slopes, not with the length of the gap, however narrow it is.
 */
final class Gap {
    private int rounds;

    /** How many rounds all searches took so far. */
    int rounds() {
        return rounds;
    }

    /**
     * The first whole {@code x} from {@code from} on where some whole number is neither below {@code low} nor above
     * {@code high}; null where none ever comes.
     *
     * @param low not above {@code high} at {@code from}
     */
    @Nullable BigInteger first(BigInteger from, Line low, Line high) {
        rounds++;
        BigInteger below = high.floor(from);
        if (low.ceiling(from).compareTo(below) <= 0) {
            return from;
        }
        // From here on: both lines are between two whole numbers, below and the next one.
        if (low.compareSlope(high) <= 0) {
            BigInteger between = low.slopeCeiling();
            if (high.isSlopeAtLeast(between)) {
                return firstOfWidening(
                        below.subtract(between.multiply(from)), low.sheared(between), high.sheared(between));
            }
        } else if (low.isSlopeAtLeast(high.slopeCeiling())) {
            // Of a whole slope that is between theirs both come ever nearer to each other.
            return null;
        }
        BigInteger whole = low.slopeFloor();
        Line flatLow = low.sheared(whole);
        Line flatHigh = high.sheared(whole);
        // Both rise, so the first point is the lowest one, too. It is above what both were between at the beginning.
        BigInteger start = below.subtract(whole.multiply(from)).add(BigInteger.ONE);
        BigInteger height = first(start, flatHigh.turned(), flatLow.turned());
        return height == null ? null : flatHigh.reaches(height);
    }

    /** {@code low} never rises and {@code high} never falls: the first of them that gets to a whole number has it. */
    private static @Nullable BigInteger firstOfWidening(BigInteger below, Line low, Line high) {
        BigInteger up = high.rise().signum() > 0 ? high.reaches(below.add(BigInteger.ONE)) : null;
        BigInteger down = low.rise().signum() < 0 ? low.sinksTo(below) : null;
        if (up == null || down == null) {
            return up == null ? down : up;
        }
        return up.min(down);
    }
}
