package dev.plumbline.decision.domain;

import java.math.BigDecimal;

/**
 * A number as people write it into a rubric or as evidence: a decimal with at most four fraction digits and a magnitude
 * below 10^9 (decision semantics, section 1). Held exactly, in ten-thousandths.
 *
 * @param tenThousandths the value times 10,000, within +/- (10^13 - 1)
 */
public record Figure(long tenThousandths) implements Comparable<Figure> {

    /** How many ten-thousandths make one. */
    static final long UNIT = 10_000;

    private static final int FRACTION_DIGITS = 4;
    private static final int WHOLE_DIGITS = 9;
    private static final long LIMIT = 1_000_000_000L * UNIT;

    public static final Figure ZERO = new Figure(0);
    public static final Figure ONE = new Figure(UNIT);
    public static final Figure HUNDRED = new Figure(100 * UNIT);

    /** @throws IllegalArgumentException if the magnitude is 10^9 or more */
    public Figure {
        if (tenThousandths <= -LIMIT || tenThousandths >= LIMIT) {
            throw new IllegalArgumentException("a figure is below 10^9");
        }
    }

    /** @throws IllegalArgumentException if the value has more than four fraction digits or is not below 10^9 */
    public static Figure of(BigDecimal value) {
        if (!isBelowLimit(value)) {
            throw new IllegalArgumentException("a figure is below 10^9");
        }
        if (!hasFewFractionDigits(value)) {
            throw new IllegalArgumentException("a figure has at most four fraction digits");
        }
        return new Figure(value.setScale(FRACTION_DIGITS).unscaledValue().longValueExact());
    }

    /** A whole figure. */
    public static Figure of(long whole) {
        return new Figure(Math.multiplyExact(whole, UNIT));
    }

    /** Whether the magnitude is below 10^9. Cheap for any exponent: the digits are never written out. */
    public static boolean isBelowLimit(BigDecimal value) {
        return value.signum() == 0 || (long) value.precision() - value.scale() <= WHOLE_DIGITS;
    }

    /** Whether at most four fraction digits are needed; zeros at the end of a fraction do not count. */
    public static boolean hasFewFractionDigits(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= FRACTION_DIGITS;
    }

    public boolean isWhole() {
        return tenThousandths % UNIT == 0;
    }

    public boolean isNegative() {
        return tenThousandths < 0;
    }

    public boolean isPositive() {
        return tenThousandths > 0;
    }

    /** Whether the value lies within 0 to 100, both included. */
    public boolean isPercentage() {
        return tenThousandths >= 0 && tenThousandths <= HUNDRED.tenThousandths;
    }

    /** The value without zeros at the end: {@code 70}, not {@code 70.0000}. */
    public BigDecimal toBigDecimal() {
        BigDecimal stripped =
                BigDecimal.valueOf(tenThousandths, FRACTION_DIGITS).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The exact value as a fraction. */
    public Rational toRational() {
        return Rational.of(tenThousandths, UNIT);
    }

    @Override
    public int compareTo(Figure other) {
        return Long.compare(tenThousandths, other.tenThousandths);
    }

    /** The plain decimal without zeros at the end, the form that digests are taken over. */
    @Override
    public String toString() {
        return isWhole() ? Long.toString(tenThousandths / UNIT) : toBigDecimal().toPlainString();
    }
}
