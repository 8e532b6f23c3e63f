package dev.plumbline.decision.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankKeyTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sorts_exactly_as_totals_rank(long seed) {
        Random random = new Random(seed);
        List<Interval> totals = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Rational one = number(random);
            Rational other = number(random);
            totals.add(one.isMoreThan(other) ? new Interval(other, one) : new Interval(one, other));
            totals.add(new Interval(one, one));
        }

        List<RankKey> keys = totals.stream().map(total -> RankKey.of(total)).toList();
        for (int i = 0; i < totals.size(); i++) {
            for (int j = 0; j < totals.size(); j++) {
                int expected = Interval.STRONGEST_FIRST.compare(totals.get(i), totals.get(j));
                int actual = keys.get(i).compareTo(keys.get(j));
                assertThat(Integer.signum(actual))
                        .as("%s and %s", totals.get(i), totals.get(j))
                        .isEqualTo(Integer.signum(expected));
            }
        }
    }

    @Test
    void tells_apart_what_no_fixed_number_of_digits_does() {
        Rational third = Rational.of(100, 3);
        Rational almost = Rational.of(BigFraction.of(
                BigInteger.TEN.pow(60).multiply(BigInteger.valueOf(100)).add(BigInteger.ONE),
                BigInteger.TEN.pow(60).multiply(BigInteger.valueOf(3))));

        assertThat(RankKey.of(new Interval(almost, almost))).isLessThan(RankKey.of(new Interval(third, third)));
    }

    @Test
    void a_waived_total_comes_last() {
        RankKey none = RankKey.of((Interval) null);

        assertThat(none).isGreaterThan(RankKey.of(new Interval(Rational.ZERO, Rational.ZERO)));
        assertThat(none).isGreaterThan(RankKey.of(Interval.UNKNOWN));
    }

    @Test
    void comes_back_from_its_bytes() {
        RankKey key = RankKey.of(Interval.UNKNOWN);

        assertThat(RankKey.of(key.toBytes())).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(key.toString()).isEqualTo("ffff9bff");
    }

    /** Small ones that collide, thirds, and some whose terms have many digits. */
    private static Rational number(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Rational.of(random.nextInt(101), 1);
            case 1 -> Rational.of(random.nextInt(300), 3);
            case 2 -> Rational.of(random.nextLong(1_000_000_000_000L), 1 + random.nextLong(1_000_000_000_000L));
            default ->
                Rational.of(BigFraction.of(
                        new BigInteger(200 + random.nextInt(1000), random),
                        BigInteger.TWO.pow(1190 + random.nextInt(20))));
        };
    }
}
