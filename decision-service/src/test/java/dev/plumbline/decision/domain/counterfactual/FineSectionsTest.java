package dev.plumbline.decision.domain.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.domain.Bands;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.Criterion.Part;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.Gate.OnFail;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.domain.Recommendation;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.domain.Threshold;
import dev.plumbline.decision.domain.counterfactual.WhatWouldChange.Pairs;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Two sections of a thousand values or so each, of which the smallest pair is a question of divisibility: every one of a
 * million pairs is looked at, with an arithmetic of its own.
 */
class FineSectionsTest {
    private static final long PERCENT = 10_000;
    private static final long ALL = 100 * PERCENT;

    @Test
    void the_smallest_pair_is_that_which_trying_all_of_a_million_finds() {
        int altered = 0;
        for (long seed = 0; altered < 60; seed++) {
            Two two = new Two(new Random(seed));
            WhatWouldChange found = WhatWouldChange.of(new CompiledRubric(two.rubric()), two.evidence());
            assertThat(found.recommendation()).isEqualTo(two.then(two.firstEarned, two.secondEarned));
            if (found.pairs() == Pairs.NOT_NEEDED) {
                continue;
            }
            Map<Recommendation, Rational> sizes = new EnumMap<>(Recommendation.class);
            found.changes().forEach(change -> sizes.put(change.recommendation(), change.size()));

            assertThat(sizes).describedAs("seed " + seed).isEqualTo(two.smallest());
            altered += sizes.size();
        }
    }

    /** The largest sections there are have ten million million values each: they take no longer. */
    @Test
    void the_largest_sections_are_searched_to_the_end() {
        Two two = new Two(new Random(7), 9_999_999_999_999L, 9_999_999_999_989L);

        WhatWouldChange found =
                WhatWouldChange.of(new CompiledRubric(two.rubric()), two.evidence(), 20_000_000, 10_000);

        assertThat(found.pairs()).isEqualTo(Pairs.ALL);
        assertThat(found.changes()).hasSize(2);
    }

    /** A rubric of two sections that asks for more than either of them alone can bring. */
    private static final class Two {
        private final long firstWeight;
        private final long firstPossible;
        private final long secondPossible;
        private final long firstEarned;
        private final long secondEarned;
        private final long failBelow;
        private final long strongAt;
        private final long firstAtLeast;
        private final long totalMoreThan;

        Two(Random random) {
            this(random, 200 + random.nextInt(1_000), 200 + random.nextInt(1_000));
        }

        Two(Random random, long firstPossible, long secondPossible) {
            this.firstPossible = firstPossible;
            this.secondPossible = secondPossible;
            firstWeight = 40 * PERCENT + random.nextLong(20 * PERCENT);
            firstEarned = random.nextLong(firstPossible / 4);
            secondEarned = random.nextLong(secondPossible / 4);
            failBelow = 65 * PERCENT + random.nextLong(20 * PERCENT);
            strongAt = failBelow + random.nextLong(ALL - failBelow);
            firstAtLeast = random.nextLong(20 * PERCENT);
            totalMoreThan = failBelow + random.nextLong(10 * PERCENT);
        }

        Rubric rubric() {
            return new Rubric(
                    BigCase.oneSection().ratingScale(),
                    new Criterion.Inner(
                            "root",
                            "root",
                            false,
                            List.of(
                                    new Part(new Figure(firstWeight), leaf("a")),
                                    new Part(new Figure(ALL - firstWeight), leaf("b")))),
                    List.of(
                            new Gate.MinScore(
                                    "first",
                                    OnFail.REJECT,
                                    List.of("a"),
                                    new Threshold.AtLeast(new Figure(firstAtLeast))),
                            new Gate.MinScore(
                                    "total",
                                    OnFail.DISCUSS,
                                    List.of("root"),
                                    new Threshold.MoreThan(new Figure(totalMoreThan)))),
                    new Bands(new Figure(strongAt), new Figure(failBelow)));
        }

        private static Criterion leaf(String id) {
            return new Criterion.Leaf(id, id, false, new EvidenceSource.AssessmentSection(id));
        }

        Evidence evidence() {
            return new Evidence(
                    List.of(section("a", firstEarned, firstPossible), section("b", secondEarned, secondPossible)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }

        private static SectionResult section(String id, long earned, long possible) {
            return new SectionResult(id, new Figure(earned), new Figure(possible), Figure.ZERO, null);
        }

        /** What the rubric says of so many points, of which none is pending. */
        Recommendation then(long first, long second) {
            long total = firstWeight * first * secondPossible + (ALL - firstWeight) * second * firstPossible;
            long one = firstPossible * secondPossible;
            if (ALL * first < firstAtLeast * firstPossible || total < failBelow * one) {
                return Recommendation.REJECT;
            }
            return total >= strongAt * one && total > totalMoreThan * one
                    ? Recommendation.ADVANCE
                    : Recommendation.DISCUSS;
        }

        /** By recommendation the least size of all steps of both. */
        Map<Recommendation, Rational> smallest() {
            Recommendation base = then(firstEarned, secondEarned);
            long[] least = new long[Recommendation.values().length];
            for (long first = 0; first <= firstPossible; first++) {
                for (long second = 0; second <= secondPossible; second++) {
                    int then = then(first, second).ordinal();
                    if (then != base.ordinal() && first != firstEarned && second != secondEarned) {
                        long size = Math.abs(first - firstEarned) * secondPossible
                                + Math.abs(second - secondEarned) * firstPossible;
                        least[then] = least[then] == 0 ? size : Math.min(least[then], size);
                    }
                }
            }
            Map<Recommendation, Rational> smallest = new EnumMap<>(Recommendation.class);
            for (Recommendation then : Recommendation.values()) {
                if (least[then.ordinal()] > 0) {
                    smallest.put(then, Rational.of(least[then.ordinal()], firstPossible * secondPossible));
                }
            }
            return smallest;
        }
    }
}
