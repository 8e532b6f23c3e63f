package dev.plumbline.decision.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.domain.Bands;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.Criterion.Part;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.RatingScale;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.domain.Threshold;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdleCriteriaTest {
    private static final CompiledRubric RUBRIC = new CompiledRubric(new Rubric(
            new RatingScale(Figure.ONE, Figure.of(5), RatingScale.Mapping.PROPORTIONAL),
            new Criterion.Inner("root", "root", false, List.of(part("heavy", 60), part("light", 10), part("even", 30))),
            List.of(),
            new Bands(Figure.of(80), Figure.of(60))));

    private static Part part(String id, int weight) {
        return new Part(Figure.of(weight), new Criterion.Leaf(id, id, false, new EvidenceSource.AssessmentSection(id)));
    }

    @Test
    void a_criterion_that_alters_one_recommendation_matters() {
        IdleCriteria idle = new IdleCriteria(RUBRIC, 1_000);
        // 82 without what is heavy would be 70, and no longer strong.
        add(idle, 90, 70, 70);
        add(idle, 70, 70, 70);

        assertThat(idle.neverAlter()).containsExactly("light", "even");
        assertThat(idle.neverMove()).isEmpty();
        assertThat(idle.isComplete()).isTrue();
        assertThat(idle.applications()).isEqualTo(2);
    }

    @Test
    void a_criterion_that_is_always_the_mean_of_the_others_moves_no_total() {
        IdleCriteria idle = new IdleCriteria(RUBRIC, 1_000);
        add(idle, 70, 70, 70);
        add(idle, 65, 65, 65);

        assertThat(idle.neverAlter()).containsExactly("heavy", "light", "even");
        assertThat(idle.neverMove()).containsExactly("heavy", "light", "even");
    }

    @Test
    void too_much_work_is_given_up_and_said_so() {
        IdleCriteria idle = new IdleCriteria(RUBRIC, 20);
        add(idle, 70, 70, 70);
        add(idle, 10, 90, 90);

        assertThat(idle.isComplete()).isFalse();
        assertThat(idle.applications()).isEqualTo(1);
    }

    private static void add(IdleCriteria idle, int heavy, int light, int even) {
        Evidence evidence = new Evidence(
                List.of(result("heavy", heavy), result("light", light), result("even", even)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        idle.add(evidence, RUBRIC.decide(evidence));
    }

    private static SectionResult result(String section, int earned) {
        return new SectionResult(section, Figure.of(earned), Figure.HUNDRED, Figure.ZERO, null);
    }

    @Test
    void what_gates_look_at_is_work_too() {
        List<Gate> gates = IntStream.range(0, 10)
                .<Gate>mapToObj(i -> new Gate.MinScore(
                        "g" + i,
                        Gate.OnFail.REJECT,
                        List.of("heavy", "light", "even"),
                        new Threshold.AtLeast(Figure.of(10))))
                .toList();
        Rubric plain = RUBRIC.rubric();
        IdleCriteria idle = new IdleCriteria(
                new CompiledRubric(new Rubric(plain.ratingScale(), plain.criteria(), gates, plain.bands())), 100);
        // 4 nodes and 30 that gates look at, without each of 3 leaves.
        add(idle, 70, 70, 70);

        assertThat(idle.applications()).isZero();
        assertThat(idle.isComplete()).isFalse();
    }
}
