package dev.plumbline.decision.app.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.app.RankKey;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.domain.simulation.KendallTau;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackedKeysTest {
    @Test
    void places_are_those_of_the_sorted_keys() {
        Random random = new Random(20260302);
        for (int size : new int[] {0, 1, 2, 3, 100, 5000}) {
            PackedKeys packed = new PackedKeys();
            List<RankKey> keys = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                RankKey key = key(random);
                keys.add(key);
                packed.add(key.toBytes());
            }
            List<RankKey> sorted = List.copyOf(new TreeSet<>(keys));
            assertThat(packed.places())
                    .containsExactly(keys.stream().mapToInt(sorted::indexOf).toArray());
        }
    }

    private static RankKey key(Random random) {
        if (random.nextInt(10) == 0) {
            return RankKey.of((Interval) null);
        }
        Rational low = Rational.of(random.nextInt(50), 1 + random.nextInt(3));
        return RankKey.of(new Interval(low, low.plus(Rational.of(random.nextInt(3), 7))));
    }

    /** The list of all keys as objects, two for each, took some 300 bytes. */
    @Test
    void a_million_ranks_fit_into_little_memory() {
        int applications = 1_000_000;
        byte[] key = RankKey.of(new Interval(Rational.of(625, 9), Rational.of(789, 11)))
                .toBytes();
        PackedKeys packed = new PackedKeys();
        IntStream.range(0, applications).forEach(i -> packed.add(key));

        assertThat(packed.allocated()).isLessThan(2L * applications * (key.length + Integer.BYTES));
        assertThat(KendallTau.of(packed.places(), packed.places()).tiedInBoth())
                .isEqualTo((long) applications * (applications - 1) / 2);
    }
}
