package dev.plumbline.decision.domain.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.domain.Bands;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.Criterion.Part;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.domain.Recommendation;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.domain.counterfactual.NaiveChanges.PairKey;
import dev.plumbline.decision.domain.counterfactual.WhatWouldChange.Pairs;
import dev.plumbline.decision.domain.counterfactual.WhatWouldChange.Singles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is found is all there is and the smallest there is: everything else was tried. */
class WhatWouldChangeTest {

    @Test
    void single_steps_are_those_that_trying_everything_finds() {
        int altered = 0;
        for (long seed = 0; seed < 500; seed++) {
            SmallCase small = new SmallCase(seed, 24);
            NaiveChanges naive = new NaiveChanges(small.rubric(), small.evidence());
            List<Change> singles = naive.singles();
            WhatWouldChange found = found(small);

            assertThat(found.recommendation()).isEqualTo(naive.base());
            if (!singles.isEmpty()) {
                altered++;
                assertThat(found.pairs()).isEqualTo(Pairs.NOT_NEEDED);
                assertThat(found.changes()).describedAs("seed " + seed).containsExactlyInAnyOrderElementsOf(singles);
                assertThat(found.found()).isEqualTo(singles.size());
                assertThat(found.changes()).isSortedAccordingTo(Change.SMALLEST_FIRST);
            }
        }
        assertThat(altered).isGreaterThan(300);
    }

    @Test
    void pairs_are_those_that_trying_everything_finds() {
        int altered = 0;
        for (long seed = 10_000; altered < 25; seed++) {
            altered += pairsThatAreAllThereAre(seed, 24) > 0 ? 1 : 0;
        }
    }

    @Test
    void pairs_of_finely_divided_points_are_the_smallest() {
        int altered = 0;
        for (long seed = 20_000; altered < 3; seed++) {
            altered += pairsThatAreAllThereAre(seed, 200) > 0 ? 1 : 0;
        }
    }

    /** How many there are where no single step does, none else. */
    private static int pairsThatAreAllThereAre(long seed, int points) {
        SmallCase small = new SmallCase(seed, points);
        WhatWouldChange found = found(small);
        if (found.pairs() == Pairs.NOT_NEEDED) {
            return 0;
        }
        NaiveChanges naive = new NaiveChanges(small.rubric(), small.evidence());
        assertThat(found.pairs()).isEqualTo(Pairs.ALL);
        Map<PairKey, Rational> sizes = new HashMap<>();
        for (Change change : found.changes()) {
            assertThat(recommendation(small, change)).isEqualTo(change.recommendation());
            sizes.put(naive.key(change), change.size());
        }
        assertThat(sizes).describedAs("seed " + seed).isEqualTo(naive.pairs());
        return sizes.size();
    }

    @Test
    void a_rubric_too_big_to_search_is_said_so() {
        long seed = 10_000;
        while (found(new SmallCase(seed, 24)).changes().stream()
                .allMatch(change -> change.steps().size() == 1)) {
            seed++;
        }
        SmallCase small = new SmallCase(seed, 24);
        WhatWouldChange found =
                WhatWouldChange.of(new CompiledRubric(small.rubric()), small.evidence(), 20_000_000, 10);

        assertThat(found.pairs()).isEqualTo(Pairs.SOME);
    }

    @Test
    void a_section_still_to_come_is_measured_from_the_middle() {
        WhatWouldChange found = WhatWouldChange.of(new CompiledRubric(BigCase.oneSection()), Evidence.NONE);

        assertThat(found.recommendation()).isEqualTo(Recommendation.PENDING);
        assertThat(found.changes())
                .containsExactly(
                        scored(50, Recommendation.REJECT, Rational.ZERO),
                        scored(60, Recommendation.DISCUSS, Rational.of(1, 10)),
                        scored(80, Recommendation.ADVANCE, Rational.of(3, 10)));
    }

    /** One point of the second section is as much as a thousand of the first: its rounding must not be paid by the first. */
    @Test
    void a_pair_gives_back_what_rounding_the_other_step_took() {
        Criterion.Leaf large = new Criterion.Leaf("a", "a", false, new EvidenceSource.AssessmentSection("a"));
        Criterion.Leaf small = new Criterion.Leaf("b", "b", false, new EvidenceSource.AssessmentSection("b"));
        Rubric rubric = new Rubric(
                BigCase.oneSection().ratingScale(),
                new Criterion.Inner(
                        "root", "root", false, List.of(new Part(Figure.of(60), large), new Part(Figure.of(40), small))),
                List.of(),
                new Bands(Figure.of(90), new Figure(700_010)));
        Evidence evidence = new Evidence(
                List.of(
                        new SectionResult("a", Figure.ZERO, Figure.of(1000), Figure.ZERO, null),
                        new SectionResult("b", Figure.ZERO, Figure.of(1), Figure.ZERO, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        WhatWouldChange found = WhatWouldChange.of(new CompiledRubric(rubric), evidence);

        assertThat(found.recommendation()).isEqualTo(Recommendation.REJECT);
        Change smallest = found.changes().getFirst();
        assertThat(smallest.recommendation()).isEqualTo(Recommendation.DISCUSS);
        assertThat(smallest.steps())
                .containsExactlyInAnyOrder(
                        new Step.PointsChanged("a", Figure.ZERO, new Figure(9_999_500), Figure.of(1000)),
                        new Step.PointsChanged("b", Figure.ZERO, new Figure(2501), Figure.of(1)));
    }

    private static Change scored(int percent, Recommendation then, Rational size) {
        return new Change(List.of(new Step.SectionScored("s", Figure.of(percent))), then, size);
    }

    @Test
    void the_largest_rubric_that_nothing_turns_is_searched_to_the_end() {
        WhatWouldChange found = WhatWouldChange.of(new CompiledRubric(BigCase.rubric(false)), BigCase.evidence());

        assertThat(found.recommendation()).isEqualTo(Recommendation.DISCUSS);
        assertThat(found.pairs()).isEqualTo(Pairs.ALL);
        assertThat(found.changes()).isEmpty();
        assertThat(found.fragility().isFragile()).isFalse();
    }

    @Test
    void the_search_of_the_largest_rubric_with_a_hundred_failed_gates_is_given_up() {
        WhatWouldChange found =
                WhatWouldChange.of(new CompiledRubric(BigCase.rubric(true)), BigCase.evidence(), 20_000_000, 500_000);

        assertThat(found.recommendation()).isEqualTo(Recommendation.REJECT);
        assertThat(found.pairs()).isEqualTo(Pairs.SOME);
        assertThat(found.changes()).isEmpty();
    }

    @Test
    void what_gates_look_at_is_work_too_and_too_much_of_it_is_given_up_and_said_so() {
        CompiledRubric rubric = new CompiledRubric(BigCase.rubric(true));
        // A root, 4 groups of 123 leaves, 100 gates over 5 of them each.
        assertThat(rubric.work()).isEqualTo(1 + 4 + 4 * 123 + 100 * 5);

        WhatWouldChange found = WhatWouldChange.of(rubric, BigCase.evidence(), 100 * rubric.work(), 5_000_000);

        assertThat(found.singles()).isEqualTo(Singles.SOME);
        assertThat(found.pairs()).isEqualTo(Pairs.SOME);
        assertThat(found.fragility().isComplete()).isFalse();
        assertThat(found.fragility().of()).isBetween(100, 110);
        WhatWouldChange whole = WhatWouldChange.of(rubric, BigCase.evidence(), 20_000_000, 0);
        assertThat(whole.singles()).isEqualTo(Singles.ALL);
        assertThat(whole.fragility().isComplete()).isTrue();
    }

    private static WhatWouldChange found(SmallCase small) {
        return WhatWouldChange.of(new CompiledRubric(small.rubric()), small.evidence());
    }

    private static Recommendation recommendation(SmallCase small, Change change) {
        Evidence evidence = small.evidence();
        List<Step> steps = new ArrayList<>(change.steps());
        // The other way round, too: steps on different things are independent.
        Evidence forth = steps.get(1).in(steps.get(0).in(evidence));
        Evidence back = steps.get(0).in(steps.get(1).in(evidence));
        CompiledRubric rubric = new CompiledRubric(small.rubric());
        assertThat(rubric.decide(forth)).isEqualTo(rubric.decide(back));
        return rubric.decide(forth).recommendation();
    }
}
