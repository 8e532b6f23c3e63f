package dev.plumbline.decision.domain.counterfactual;

import java.math.BigInteger;

/**
 * The points of whole numbers on one side of a line and on it: those where {@code one * i + other * j} is at least
 * {@code least}. Neither weight is a fraction, they have no common divisor and are not both 0.
 */
record HalfPlane(BigInteger one, BigInteger other, BigInteger least) {

    /**
     * The same in its only form: a common divisor is taken out of the weights, and the bound moves to the next sum that
     * whole numbers can come to.
     *
     * @throws ArithmeticException if both weights are 0
     */
    static HalfPlane of(BigInteger one, BigInteger other, BigInteger least) {
        BigInteger divisor = one.gcd(other);
        return new HalfPlane(one.divide(divisor), other.divide(divisor), Whole.ceiling(least, divisor));
    }

    static HalfPlane of(long one, long other, long least) {
        return of(BigInteger.valueOf(one), BigInteger.valueOf(other), BigInteger.valueOf(least));
    }

    boolean contains(long i, long j) {
        return sum(i, j).compareTo(least) >= 0;
    }

    private BigInteger sum(long i, long j) {
        return one.multiply(BigInteger.valueOf(i)).add(other.multiply(BigInteger.valueOf(j)));
    }

    /** All the other points. */
    HalfPlane rest() {
        return new HalfPlane(one.negate(), other.negate(), BigInteger.ONE.subtract(least));
    }

    /** Whether some corner of a box is in it, and another is not. */
    boolean cuts(Box box) {
        long lowest = one.signum() >= 0 ? box.left() : box.right();
        long highest = one.signum() >= 0 ? box.right() : box.left();
        long bottom = other.signum() >= 0 ? box.bottom() : box.top();
        long top = other.signum() >= 0 ? box.top() : box.bottom();
        return !contains(lowest, bottom) && contains(highest, top);
    }
}
