package dev.plumbline.decision.domain.counterfactual;

import java.math.BigInteger;

/** Division of whole numbers of any size, to the whole number below or above. */
final class Whole {
    private Whole() {}

    /** @param by above 0 */
    static BigInteger floor(BigInteger number, BigInteger by) {
        BigInteger[] parts = number.divideAndRemainder(by);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** @param by above 0 */
    static BigInteger ceiling(BigInteger number, BigInteger by) {
        return floor(number.negate(), by).negate();
    }
}
