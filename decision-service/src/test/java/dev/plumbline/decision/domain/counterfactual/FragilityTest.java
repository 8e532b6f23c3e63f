package dev.plumbline.decision.domain.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.Recommendation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every rating moved and every rater left out, one after the other. */
class FragilityTest {

    @Test
    void fragility_counts_every_rating_moved_by_one_and_every_rater_left_out() {
        int flips = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            SmallCase small = new SmallCase(seed, 24);
            Fragility fragility = WhatWouldChange.of(new CompiledRubric(small.rubric()), small.evidence())
                    .fragility();
            Map<String, Recommendation> expected = new HashMap<>();
            int trials = naiveShaking(small, expected);

            assertThat(fragility.of()).describedAs("seed " + seed).isEqualTo(trials);
            assertThat(fragility.items().stream()
                            .collect(Collectors.toMap(FragilityTest::name, Fragility.Flip::recommendation)))
                    .describedAs("seed " + seed)
                    .isEqualTo(expected);
            assertThat(fragility.isFragile()).isEqualTo(!expected.isEmpty());
            flips += expected.size();
        }
        assertThat(flips).isGreaterThan(300);
    }

    private static String name(Fragility.Flip flip) {
        return switch (flip) {
            case Fragility.Moved moved ->
                moved.step().question() + " " + moved.step().rater() + " "
                        + moved.step().to().tenThousandths();
            case Fragility.LeftOut left -> left.rater();
        };
    }

    private static int naiveShaking(SmallCase small, Map<String, Recommendation> flips) {
        CompiledRubric rubric = new CompiledRubric(small.rubric());
        Evidence evidence = small.evidence();
        Recommendation base = rubric.decide(evidence).recommendation();
        NaiveScope scope = new NaiveScope(small.rubric(), rubric.decide(evidence));
        TreeSet<String> raters = new TreeSet<>();
        int trials = 0;
        for (Rating rating : evidence.ratings()) {
            if (!scope.counts(rating.question())) {
                continue;
            }
            raters.add(rating.rater());
            for (int by : new int[] {-10_000, 10_000}) {
                Figure value = rating.rating();
                long to = value == null ? -1 : value.tenThousandths() + by;
                if (to >= small.rubric().ratingScale().min().tenThousandths()
                        && to <= small.rubric().ratingScale().max().tenThousandths()) {
                    trials++;
                    NaiveDraft draft = new NaiveDraft(evidence);
                    draft.ratings.put(
                            List.of(rating.question(), rating.rater()),
                            new Rating(rating.question(), rating.rater(), new Figure(to)));
                    Recommendation then = rubric.decide(draft.toEvidence()).recommendation();
                    if (then != base) {
                        flips.put(rating.question() + " " + rating.rater() + " " + to, then);
                    }
                }
            }
        }
        evidence.attestations().stream()
                .filter(attestation -> scope.attests(attestation.gate()))
                .forEach(attestation -> raters.add(attestation.rater()));
        for (String rater : raters) {
            trials++;
            Recommendation then =
                    rubric.decide(NaiveScope.without(evidence, rater)).recommendation();
            if (then != base) {
                flips.put(rater, then);
            }
        }
        return trials;
    }
}
