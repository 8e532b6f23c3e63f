package dev.plumbline.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {

    private static final int CASES = 5_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void calculates_as_fractions_of_any_size_do(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            Rational one = rational(random);
            Rational other = rational(random);
            BigFraction bigOne = one.toBigFraction();
            BigFraction bigOther = other.toBigFraction();
            String about = one + " and " + other;

            assertThat(one.plus(other)).as(about).isEqualTo(Rational.of(bigOne.add(bigOther)));
            assertThat(one.times(other)).as(about).isEqualTo(Rational.of(bigOne.multiply(bigOther)));
            assertThat(Integer.signum(one.compareTo(other)))
                    .as(about)
                    .isEqualTo(Integer.signum(bigOne.compareTo(bigOther)));
            assertThat(one.equals(other)).as(about).isEqualTo(bigOne.compareTo(bigOther) == 0);
            assertThat(one.plus(other).times(other).toDisplay())
                    .as(about)
                    .isEqualTo(floored(bigOne.add(bigOther).multiply(bigOther)));
            assertLowestTerms(one.plus(other));
            assertLowestTerms(one.times(other));
        }
    }

    /** Small, large and at the very limits of a {@code long}, of either sign. */
    private static Rational rational(Random random) {
        Rational base = Rational.of(number(random), Math.max(1, Math.abs(number(random))));
        return random.nextInt(20) == 0
                ? base.times(Rational.of(number(random), 7)).plus(base)
                : base;
    }

    private static long number(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(10);
            case 1 -> Long.MAX_VALUE - random.nextInt(3);
            case 2 -> -Long.MAX_VALUE + random.nextInt(3);
            case 3 -> random.nextLong() >> random.nextInt(63);
            case 4 -> 1L << random.nextInt(62);
            default -> random.nextInt(2_000_000) - 1_000_000;
        };
    }

    private static String floored(BigFraction value) {
        return new BigDecimal(value.getNumerator())
                .divide(new BigDecimal(value.getDenominator()), 2, RoundingMode.FLOOR)
                .toPlainString();
    }

    private static void assertLowestTerms(Rational value) {
        assertThat(value.denominator()).isPositive();
        assertThat(value.numerator().gcd(value.denominator())).isEqualTo(BigInteger.ONE);
        assertThat(Rational.of(value.toBigFraction())).isEqualTo(value);
        assertThat(Rational.of(value.toBigFraction())).hasSameHashCodeAs(value);
    }

    @ParameterizedTest
    @CsvSource({
        "80,1,80.00",
        "799999,10000,79.99",
        "2,3,0.66",
        "200,3,66.66",
        "1,200,0.00",
        "1,100,0.01",
        "0,7,0.00",
        "-1,3,-0.34",
        "-1,1,-1.00",
        "100,1,100.00",
        "1105,100,11.05",
        "9223372036854775807,1,9223372036854775807.00"
    })
    void shows_two_decimals_floored(long numerator, long denominator, String shown) {
        assertThat(Rational.of(numerator, denominator).toDisplay()).isEqualTo(shown);
    }

    @Test
    void shows_what_no_long_holds_floored_too() {
        Rational huge = Rational.of(Long.MAX_VALUE, 3).times(Long.MAX_VALUE);

        assertThat(huge.toDisplay()).isEqualTo(floored(huge.toBigFraction()));
        assertThat(huge.times(-1).toDisplay()).isEqualTo(floored(huge.times(-1).toBigFraction()));
        assertThat(huge.times(3).times(-1).toDisplay()).endsWith(".00");
    }

    @Test
    void keeps_the_sign_above() {
        assertThat(Rational.of(1, -2)).isEqualTo(Rational.of(-1, 2));
        assertThat(Rational.of(Long.MIN_VALUE, 2).numerator()).isEqualTo(BigInteger.valueOf(Long.MIN_VALUE / 2));
        assertThat(Rational.of(5, Long.MIN_VALUE).denominator()).isPositive();
        assertThat(Rational.of(Long.MIN_VALUE, 1).times(-1).toString()).isEqualTo("9223372036854775808/1");
    }

    @Test
    void divides() {
        assertThat(Rational.of(2, 3).dividedBy(4)).isEqualTo(Rational.of(1, 6));
        assertThat(Rational.of(2, 3).dividedBy(-4)).isEqualTo(Rational.of(-1, 6));
        assertThatThrownBy(() -> Rational.ONE.dividedBy(0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rational.of(1, 0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void compares_and_names_itself() {
        Rational third = Rational.of(1, 3);

        assertThat(third.isAtLeast(Rational.of(2, 6))).isTrue();
        assertThat(third.isMoreThan(Rational.of(2, 6))).isFalse();
        assertThat(third.isMoreThan(Rational.of(1, 4))).isTrue();
        assertThat(third.isAtLeast(Rational.of(1, 2))).isFalse();
        assertThat(third).hasToString("1/3").isNotEqualTo(Rational.of(1, 2)).isNotEqualTo(Rational.of(2, 3));
        assertThat(third.hashCode()).isNotEqualTo(Rational.of(2, 3).hashCode());
    }

    @Test
    void goes_beyond_a_long_and_back() {
        Rational largest = Rational.of(Long.MAX_VALUE, 1);
        Rational least = Rational.of(-Long.MAX_VALUE, 1);

        assertThat(largest.plus(Rational.ONE).toString()).isEqualTo("9223372036854775808/1");
        assertThat(least.plus(Rational.of(-1, 1)).toString()).isEqualTo("-9223372036854775808/1");
        assertThat(least.plus(Rational.of(-1, 1)).plus(Rational.ONE)).isEqualTo(least);
        assertThat(largest.plus(Rational.ONE).plus(Rational.of(-1, 1))).isEqualTo(largest);
        assertThat(Rational.of(1L << 62, 1).times(-2).toString()).isEqualTo("-9223372036854775808/1");
        assertThat(largest.plus(Rational.ONE)).isGreaterThan(largest);
        assertThat(least.plus(Rational.of(-1, 1))).isLessThan(least);
    }
}
