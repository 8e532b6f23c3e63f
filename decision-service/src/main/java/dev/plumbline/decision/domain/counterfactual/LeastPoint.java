package dev.plumbline.decision.domain.counterfactual;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the point of whole numbers where a weighted sum is least, among those that some straight lines bound. The points
 * are taken to where each column has one sum: what is looked for is the first column that has a point in it. Between two
 * corners a column is the gap between two lines.
 */
final class LeastPoint {
    private final BigInteger one;
    private final BigInteger other;
    private final BigInteger onesShare;
    private final BigInteger othersShare;
    private final Gap gap = new Gap();
    private long looks;

    /** A point. */
    record Point(long i, long j) {}

    /**
     * @param oneWeight of {@code i} in the sum, not 0
     * @param otherWeight of {@code j} in the sum, not 0
     */
    LeastPoint(BigInteger oneWeight, BigInteger otherWeight) {
        BigInteger divisor = oneWeight.gcd(otherWeight);
        one = oneWeight.divide(divisor);
        other = otherWeight.divide(divisor);
        // one * onesShare + other * othersShare = 1
        onesShare = one.modInverse(other.abs());
        othersShare = BigInteger.ONE.subtract(one.multiply(onesShare)).divide(other);
    }

    /** How much work all searches were so far: lines looked at, and rounds of {@link Gap}. */
    long work() {
        return looks + gap.rounds();
    }

    /** The point in the box and in all half-planes; null where there is none. Where several have the least sum, any. */
    @Nullable Point find(Box box, List<HalfPlane> halfPlanes) {
        Bounds bounds = new Bounds();
        bounds.first = sum(one.signum() > 0 ? box.left() : box.right(), other.signum() > 0 ? box.bottom() : box.top());
        bounds.last = sum(one.signum() > 0 ? box.right() : box.left(), other.signum() > 0 ? box.top() : box.bottom());
        box.sides().forEach(bounds::add);
        halfPlanes.forEach(bounds::add);
        // Looked at in any case: where lines leave no column to walk, too.
        looks += box.sides().size() + halfPlanes.size();
        return bounds.walk();
    }

    private BigInteger sum(long i, long j) {
        return one.multiply(BigInteger.valueOf(i)).add(other.multiply(BigInteger.valueOf(j)));
    }

    private Point point(BigInteger column, BigInteger height) {
        return new Point(
                onesShare.multiply(column).subtract(other.multiply(height)).longValueExact(),
                othersShare.multiply(column).add(one.multiply(height)).longValueExact());
    }

    /** What bounds the columns and, in each of them, the heights. */
    private final class Bounds {
        private final List<Line> lows = new ArrayList<>();
        private final List<Line> highs = new ArrayList<>();
        private BigInteger first = BigInteger.ZERO;
        private BigInteger last = BigInteger.ZERO;

        void add(HalfPlane half) {
            BigInteger ofColumn =
                    half.one().multiply(onesShare).add(half.other().multiply(othersShare));
            BigInteger ofHeight = half.other().multiply(one).subtract(half.one().multiply(other));
            if (ofHeight.signum() > 0) {
                lows.add(new Line(ofColumn.negate(), half.least(), ofHeight));
            } else if (ofHeight.signum() < 0) {
                highs.add(new Line(ofColumn, half.least().negate(), ofHeight.negate()));
            } else if (ofColumn.signum() > 0) {
                first = first.max(Whole.ceiling(half.least(), ofColumn));
            } else {
                last = last.min(Whole.floor(half.least().negate(), ofColumn.negate()));
            }
        }

        @Nullable Point walk() {
            BigInteger column = first;
            while (column.compareTo(last) <= 0) {
                looks += lows.size() + highs.size();
                Line low = highestLow(column);
                Line high = lowestHigh(column);
                BigInteger end = end(low, high);
                if (low.isAbove(high, column)) {
                    if (low.compareSlope(high) >= 0) {
                        // They part ever more, and lines that come to bound later only make it worse.
                        return null;
                    }
                    column = low.firstNotAbove(high);
                }
                BigInteger found = column.compareTo(end) <= 0 ? gap.first(column, low, high) : null;
                if (found != null && found.compareTo(end) <= 0) {
                    return point(found, low.ceiling(found));
                }
                column = end.add(BigInteger.ONE);
            }
            return null;
        }

        /** Where two are at the same height, the one that will be higher. */
        private Line highestLow(BigInteger column) {
            Line highest = lows.getFirst();
            for (Line low : lows) {
                int higher = low.compareAt(highest, column);
                if (higher > 0 || (higher == 0 && low.compareSlope(highest) > 0)) {
                    highest = low;
                }
            }
            return highest;
        }

        /** Where two are at the same height, the one that will be lower. */
        private Line lowestHigh(BigInteger column) {
            Line lowest = highs.getFirst();
            for (Line high : highs) {
                int higher = high.compareAt(lowest, column);
                if (higher < 0 || (higher == 0 && high.compareSlope(lowest) < 0)) {
                    lowest = high;
                }
            }
            return lowest;
        }

        /** The last column that these two bound. */
        private BigInteger end(Line low, Line high) {
            BigInteger end = last;
            for (Line next : lows) {
                if (next.compareSlope(low) > 0) {
                    end = end.min(low.lastNotBelow(next));
                }
            }
            for (Line next : highs) {
                if (next.compareSlope(high) < 0) {
                    end = end.min(next.lastNotBelow(high));
                }
            }
            return end;
        }
    }
}
