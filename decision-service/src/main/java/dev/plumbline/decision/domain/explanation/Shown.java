package dev.plumbline.decision.domain.explanation;

import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How figures are shown. A score is floored to two decimals, so that it never claims what is not reached (decision
 * semantics, section 1); a threshold is shown as exactly as it was written, or a score of 60.001 below one of 60.005
 * would be "60.00, below 60.00".
 */
public final class Shown {
    private static final int LEAST_DIGITS = 2;
    private static final int MOST_DIGITS = 4;
    private static final BigInteger UNIT = BigInteger.TEN.pow(MOST_DIGITS);

    private Shown() {}

    /** A threshold with two to four decimals; one that no four decimals hold, such as a third, is floored to two. */
    public static String threshold(Rational percent) {
        BigInteger[] parts = percent.numerator().multiply(UNIT).divideAndRemainder(percent.denominator());
        if (parts[1].signum() != 0) {
            return percent.toDisplay();
        }
        BigDecimal exact = new BigDecimal(parts[0], MOST_DIGITS).stripTrailingZeros();
        return exact.setScale(Math.max(LEAST_DIGITS, exact.scale())).toPlainString();
    }

    /** A score, or from where to where it can still be. */
    static String score(Interval score) {
        return score.low().equals(score.high())
                ? score.low().toDisplay()
                : score.low().toDisplay() + " to " + score.high().toDisplay();
    }
}
