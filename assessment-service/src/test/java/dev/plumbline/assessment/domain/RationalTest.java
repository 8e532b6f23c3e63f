package dev.plumbline.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RationalTest {

    @Test
    void three_thirds_are_one() {
        Rational third = Rational.of(1).dividedBy(3);
        assertThat(third.plus(third).plus(third)).isEqualTo(Rational.of(1));
    }

    @Test
    void is_kept_in_lowest_terms_with_a_positive_denominator() {
        assertThat(new Rational(BigInteger.valueOf(6), BigInteger.valueOf(-4)))
                .isEqualTo(new Rational(BigInteger.valueOf(-3), BigInteger.TWO))
                .hasToString("-3/2");
        assertThat(new Rational(BigInteger.ZERO, BigInteger.valueOf(-7))).isEqualTo(Rational.NONE);
    }

    @Test
    void reads_decimals_exactly_whatever_their_scale() {
        assertThat(Rational.of(new BigDecimal("0.1"))).hasToString("1/10");
        assertThat(Rational.of(new BigDecimal("1.50"))).hasToString("3/2");
        assertThat(Rational.of(new BigDecimal("2E+3"))).isEqualTo(Rational.of(2000));
    }

    @Test
    void is_floored_for_display_never_rounded_up() {
        assertThat(Rational.of(2).dividedBy(3).floored()).isEqualTo(new BigDecimal("0.66"));
        assertThat(Rational.of(new BigDecimal("79.999")).floored()).isEqualTo(new BigDecimal("79.99"));
        assertThat(Rational.of(80).floored()).isEqualTo(new BigDecimal("80.00"));
    }

    @Test
    void refuses_to_divide_by_zero() {
        assertThatThrownBy(() -> Rational.of(1).dividedBy(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rational.of(1).dividedBy(Rational.NONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keeps_the_laws_of_arithmetic() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            Rational a = any(random);
            Rational b = any(random);
            Rational c = any(random);
            assertThat(a.plus(b).times(c)).isEqualTo(a.times(c).plus(b.times(c)));
            assertThat(a.plus(b).plus(c)).isEqualTo(c.plus(b).plus(a));
            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
            assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
            if (b.compareTo(Rational.NONE) != 0) {
                assertThat(a.dividedBy(b).times(b)).isEqualTo(a);
            }
        }
    }

    private static Rational any(Random random) {
        return new Rational(BigInteger.valueOf(random.nextInt(-500, 500)), BigInteger.valueOf(random.nextInt(1, 60)));
    }
}
