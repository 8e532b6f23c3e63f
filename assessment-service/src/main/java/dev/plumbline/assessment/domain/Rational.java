package dev.plumbline.assessment.domain;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TEN;
import static java.math.BigInteger.ZERO;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction in lowest terms with a positive denominator: three raters give thirds, and nothing is rounded
 * before it is compared or published.
 *
 * @param numerator any whole number
 * @param denominator never zero; made positive and coprime to the numerator here
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

    public static final Rational NONE = new Rational(ZERO, ONE);

    public Rational {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("a denominator of zero");
        }
        BigInteger divisor = numerator.gcd(denominator).max(ONE);
        BigInteger signed = denominator.signum() < 0 ? divisor.negate() : divisor;
        numerator = numerator.divide(signed);
        denominator = denominator.divide(signed);
    }

    /** The whole number itself. */
    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), ONE);
    }

    /** The decimal, exactly. */
    public static Rational of(BigDecimal value) {
        return value.scale() <= 0
                ? new Rational(value.toBigIntegerExact(), ONE)
                : new Rational(value.unscaledValue(), TEN.pow(value.scale()));
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Rational times(BigInteger factor) {
        return new Rational(numerator.multiply(factor), denominator);
    }

    /** @throws IllegalArgumentException when the divisor is zero */
    public Rational dividedBy(long divisor) {
        return new Rational(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
    }

    /** @throws IllegalArgumentException when the divisor is zero */
    public Rational dividedBy(Rational divisor) {
        return new Rational(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    /** For display only: never more than the value itself, two decimals. */
    public BigDecimal floored() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), 2, RoundingMode.FLOOR);
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
