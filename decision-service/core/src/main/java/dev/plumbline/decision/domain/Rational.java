package dev.plumbline.decision.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * An exact rational number in lowest terms. Numerator and denominator live in two {@code long}s as long as they fit,
 * which is nearly always; where a result does not fit it is carried by a {@link BigFraction}, so no operation ever
 * overflows or rounds. Every value has one representation only, hence {@code equals} is equality of numbers.
 */
public final class Rational implements Comparable<Rational> {

    public static final Rational ZERO = new Rational(0, 1, null);
    public static final Rational ONE = new Rational(1, 1, null);
    public static final Rational HUNDRED = new Rational(100, 1, null);

    private static final BigInteger BIG_HUNDRED = BigInteger.valueOf(100);

    private static final BigInteger SMALLEST_LONG = BigInteger.valueOf(Long.MIN_VALUE);

    private final long numerator;
    private final long denominator;
    private final @Nullable BigFraction wide;

    private Rational(long numerator, long denominator, @Nullable BigFraction wide) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.wide = wide;
    }

    /** @throws ArithmeticException if the denominator is zero */
    public static Rational of(long numerator, long denominator) {
        if (denominator <= 0 || numerator == Long.MIN_VALUE) {
            return of(BigFraction.of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator)));
        }
        return reduced(numerator, denominator);
    }

    /** The same number as a fraction of any size. */
    public static Rational of(BigFraction value) {
        BigInteger over = value.getDenominator();
        BigInteger top = over.signum() < 0 ? value.getNumerator().negate() : value.getNumerator();
        BigInteger bottom = over.abs();
        if (isNarrow(top) && isNarrow(bottom)) {
            return new Rational(top.longValue(), bottom.longValue(), null);
        }
        return new Rational(0, 1, BigFraction.of(top, bottom));
    }

    private static boolean isNarrow(BigInteger value) {
        return value.bitLength() < Long.SIZE && !value.equals(SMALLEST_LONG);
    }

    private static Rational reduced(long numerator, long denominator) {
        if (denominator == 1) {
            return new Rational(numerator, 1, null);
        }
        long divisor = greatestCommonDivisor(Math.abs(numerator), denominator);
        return new Rational(numerator / divisor, denominator / divisor, null);
    }

    /** The binary algorithm; {@code first >= 0}, {@code second > 0}. */
    private static long greatestCommonDivisor(long first, long second) {
        if (first == 0 || second == 1) {
            return second;
        }
        int twos = Long.numberOfTrailingZeros(first | second);
        long one = first >> Long.numberOfTrailingZeros(first);
        long other = second >> Long.numberOfTrailingZeros(second);
        while (one != other) {
            long difference = one - other;
            other = Math.min(one, other);
            one = Math.abs(difference);
            one >>= Long.numberOfTrailingZeros(one);
        }
        return one << twos;
    }

    public Rational plus(Rational other) {
        if (wide == null && other.wide == null) {
            long divisor = denominator == other.denominator
                    ? denominator
                    : greatestCommonDivisor(denominator, other.denominator);
            long stretch = other.denominator / divisor;
            long otherStretch = denominator / divisor;
            if (fits(numerator, stretch) && fits(other.numerator, otherStretch) && fits(denominator, stretch)) {
                long left = numerator * stretch;
                long right = other.numerator * otherStretch;
                long sum = left + right;
                boolean overflows = ((left ^ sum) & (right ^ sum)) < 0 || sum == Long.MIN_VALUE;
                if (!overflows) {
                    return reduced(sum, denominator * stretch);
                }
            }
        }
        return of(toBigFraction().add(other.toBigFraction()));
    }

    public Rational times(Rational other) {
        if (wide == null && other.wide == null) {
            long across = greatestCommonDivisor(Math.abs(numerator), other.denominator);
            long back = greatestCommonDivisor(Math.abs(other.numerator), denominator);
            long left = numerator / across;
            long right = other.numerator / back;
            long under = denominator / back;
            long otherUnder = other.denominator / across;
            if (fits(left, right) && fits(under, otherUnder)) {
                return new Rational(left * right, under * otherUnder, null);
            }
        }
        return of(toBigFraction().multiply(other.toBigFraction()));
    }

    public Rational times(long factor) {
        return times(of(factor, 1));
    }

    /** @throws ArithmeticException if the divisor is zero */
    public Rational dividedBy(long divisor) {
        return divisor > 0
                ? times(new Rational(1, divisor, null))
                : of(toBigFraction().divide(divisor));
    }

    /** Whether the product is a {@code long} other than the smallest one, whose magnitude is none. */
    private static boolean fits(long left, long right) {
        long product = left * right;
        return Math.multiplyHigh(left, right) == product >> (Long.SIZE - 1) && product != Long.MIN_VALUE;
    }

    public boolean isAtLeast(Rational other) {
        return compareTo(other) >= 0;
    }

    public boolean isMoreThan(Rational other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Rational other) {
        if (wide != null || other.wide != null) {
            return toBigFraction().compareTo(other.toBigFraction());
        }
        int high = Long.compare(
                Math.multiplyHigh(numerator, other.denominator), Math.multiplyHigh(other.numerator, denominator));
        return high != 0 ? high : Long.compareUnsigned(numerator * other.denominator, other.numerator * denominator);
    }

    public BigInteger numerator() {
        return wide == null ? BigInteger.valueOf(numerator) : wide.getNumerator();
    }

    /** Always positive. */
    public BigInteger denominator() {
        return wide == null ? BigInteger.valueOf(denominator) : wide.getDenominator();
    }

    public BigFraction toBigFraction() {
        return wide == null ? BigFraction.of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator)) : wide;
    }

    /**
     * For display only: two decimals, floored, so that a total shown as {@code 80.00} really reached 80 (decision
     * semantics, section 1).
     */
    public String toDisplay() {
        if (wide == null && fits(numerator, 100)) {
            return display(Math.floorDiv(numerator * 100, denominator));
        }
        BigInteger[] parts = numerator().multiply(BIG_HUNDRED).divideAndRemainder(denominator());
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return new BigDecimal(floor, 2).toPlainString();
    }

    private static String display(long hundredths) {
        long magnitude = Math.abs(hundredths);
        long cents = magnitude % 100;
        String sign = hundredths < 0 ? "-" : "";
        return sign + magnitude / 100 + (cents < 10 ? ".0" : ".") + cents;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rational that
                && numerator == that.numerator
                && denominator == that.denominator
                && Objects.equals(wide, that.wide);
    }

    @Override
    public int hashCode() {
        return wide == null ? Long.hashCode(numerator) * 31 + Long.hashCode(denominator) : wide.hashCode();
    }

    /** Numerator and denominator, as {@code 2/3}. */
    @Override
    public String toString() {
        return numerator() + "/" + denominator();
    }
}
