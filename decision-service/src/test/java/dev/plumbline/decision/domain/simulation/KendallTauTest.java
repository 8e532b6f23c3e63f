package dev.plumbline.decision.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class KendallTauTest {

    @Test
    void counts_every_pair_as_looking_at_each_does() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int size = random.nextInt(40);
            int[] first = random.ints(size, 0, 1 + random.nextInt(30)).toArray();
            int[] second = random.ints(size, 0, 1 + random.nextInt(30)).toArray();
            long concordant = 0;
            long discordant = 0;
            long tiedInFirst = 0;
            long tiedInSecond = 0;
            long tiedInBoth = 0;
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < i; j++) {
                    int one = Integer.compare(first[i], first[j]);
                    int two = Integer.compare(second[i], second[j]);
                    concordant += one * two > 0 ? 1 : 0;
                    discordant += one * two < 0 ? 1 : 0;
                    tiedInFirst += one == 0 ? 1 : 0;
                    tiedInSecond += two == 0 ? 1 : 0;
                    tiedInBoth += one == 0 && two == 0 ? 1 : 0;
                }
            }

            KendallTau tau = KendallTau.of(first, second);

            assertThat(tau)
                    .isEqualTo(new KendallTau(
                            (long) size * (size - 1) / 2, discordant, tiedInFirst, tiedInSecond, tiedInBoth));
            assertThat(tau.concordant()).isEqualTo(concordant);
        }
    }

    /** Kendall's example as SciPy's kendalltau has it: tau-b of these is -0.4714045. */
    @Test
    void agrees_with_a_worked_example() {
        KendallTau tau = KendallTau.of(new int[] {12, 2, 1, 12, 2}, new int[] {1, 4, 7, 1, 0});

        assertThat(tau.tauB().orElseThrow()).isEqualTo(-0.47140452, within(1e-8));
    }

    @Test
    void is_exactly_one_only_for_the_same_ranking() {
        int[] many = new Random(1).ints(5_000, 0, 3_000).toArray();
        int[] reverse = many.clone();
        for (int i = 0; i < reverse.length; i++) {
            reverse[i] = 3_000 - reverse[i];
        }
        int[] nearly = many.clone();
        nearly[0]++;

        assertThat(KendallTau.of(many, many).tauB()).hasValue(1);
        assertThat(KendallTau.of(many, reverse).tauB()).hasValue(-1);
        assertThat(KendallTau.of(many, nearly).tauB().orElseThrow()).isBetween(0.99, Math.nextDown(1.0));
    }

    @Test
    void is_nothing_where_a_ranking_tells_nothing_apart() {
        assertThat(KendallTau.of(new int[] {}, new int[] {}).tauB()).isEmpty();
        assertThat(KendallTau.of(new int[] {1}, new int[] {1}).tauB()).isEmpty();
        assertThat(KendallTau.of(new int[] {1, 1, 1}, new int[] {1, 2, 3}).tauB())
                .isEmpty();
        assertThatThrownBy(() -> KendallTau.of(new int[] {1}, new int[] {}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
