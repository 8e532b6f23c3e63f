package dev.plumbline.decision.domain.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.domain.counterfactual.LeastPoint.Point;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The point that is found is in bounds, and no other one there has a lesser sum: all others were looked at. */
class LeastPointTest {

    @Test
    void of_all_points_of_a_small_polygon_the_least_is_found_where_there_is_any() {
        Random random = new Random(64);
        int none = 0;
        for (int i = 0; i < 10_000; i++) {
            Box box = new Box(
                    random.nextInt(5) - 2, random.nextInt(14) + 3, random.nextInt(5) - 2, random.nextInt(14) + 3);
            int size = random.nextInt(3) == 0 ? 40 : 6;
            List<HalfPlane> bounds = new ArrayList<>();
            for (int many = random.nextInt(5); many > 0; many--) {
                bounds.add(halfPlane(random, size));
            }
            long one = weight(random, size);
            long other = weight(random, size);

            Long least = leastOfAll(box, bounds, one, other);

            Point found = new LeastPoint(BigInteger.valueOf(one), BigInteger.valueOf(other)).find(box, bounds);
            String what = box + " " + bounds + " " + one + " " + other;
            if (least == null) {
                none++;
                assertThat(found).describedAs(what).isNull();
            } else {
                Point point = assertIsIn(box, bounds, found, what);
                assertThat(one * point.i() + other * point.j())
                        .describedAs(what)
                        .isEqualTo(least);
            }
        }
        assertThat(none).isBetween(1_000, 9_000);
    }

    private static HalfPlane halfPlane(Random random, int size) {
        int one = random.nextInt(2 * size + 1) - size;
        int other = random.nextInt(2 * size + 1) - size;
        return one == 0 && other == 0
                ? halfPlane(random, size)
                : HalfPlane.of(one, other, random.nextInt(20 * size) - 10L * size);
    }

    private static long weight(Random random, int size) {
        return (1L + random.nextInt(size)) * (random.nextBoolean() ? 1 : -1);
    }

    private static @Nullable Long leastOfAll(Box box, List<HalfPlane> bounds, long one, long other) {
        Long least = null;
        for (long i = box.left(); i <= box.right(); i++) {
            for (long j = box.bottom(); j <= box.top(); j++) {
                long x = i;
                long y = j;
                long sum = one * i + other * j;
                if ((least == null || sum < least) && bounds.stream().allMatch(bound -> bound.contains(x, y))) {
                    least = sum;
                }
            }
        }
        return least;
    }

    private static Point assertIsIn(Box box, List<HalfPlane> bounds, @Nullable Point found, String what) {
        Point point = Objects.requireNonNull(found, what);
        assertThat(box.sides()).describedAs(what).allMatch(side -> side.contains(point.i(), point.j()));
        assertThat(bounds).describedAs(what).allMatch(side -> side.contains(point.i(), point.j()));
        return point;
    }

    /** On one line hardly any point is one of whole numbers, and it is known which are. */
    @Test
    void a_point_that_only_divisibility_tells_is_found_among_ten_million_million() {
        Random random = new Random(65);
        long most = 9_999_999_999_999L;
        Box box = new Box(0, most, 0, most);
        int tried = 0;
        for (int i = 0; i < 2_000; i++) {
            BigInteger one = BigInteger.valueOf(random.nextLong(2, 4_000_000_000_000L));
            BigInteger other = one.add(BigInteger.valueOf(random.nextLong(1, i % 2 == 0 ? 10 : 4_000_000_000_000L)));
            if (!one.gcd(other).equals(BigInteger.ONE)) {
                continue;
            }
            tried++;
            // Some point is on the line: the one with twice the same number.
            BigInteger sum = one.add(other).multiply(BigInteger.valueOf(random.nextLong(most)));
            List<HalfPlane> line =
                    List.of(new HalfPlane(one, other, sum), new HalfPlane(one.negate(), other.negate(), sum.negate()));

            // On the line, the sum is the less the less there is of the other.
            Point found =
                    assertIsIn(box, line, new LeastPoint(BigInteger.ONE, other).find(box, line), one + " " + other);

            BigInteger lowest =
                    BigInteger.ZERO.max(Whole.ceiling(sum.subtract(one.multiply(BigInteger.valueOf(most))), other));
            BigInteger remainder = sum.multiply(other.modInverse(one)).mod(one);
            assertThat(found.j())
                    .isEqualTo(lowest.add(remainder.subtract(lowest).mod(one)).longValueExact());
        }
        assertThat(tried).isGreaterThan(500);
    }
}
