package dev.plumbline.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.benchmarks.Project;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Merged;
import dev.plumbline.decision.json.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicroTest {

    @ParameterizedTest
    @ValueSource(ints = {5, 50, 200})
    void a_wide_rubric_is_valid_and_its_evidence_complete(int criteria) {
        Evaluation evaluation = DecideBenchmark.evaluation(criteria);
        assertThat(evaluation.evidence().sections().size()
                        + evaluation.evidence().ratings().size() / 2)
                .isEqualTo(criteria);
        Decision decision = new CompiledRubric(evaluation.rubric()).decide(evaluation.evidence());
        assertThat(decision.complete()).isTrue();
    }

    @Test
    void the_next_score_of_the_shipped_job_is_news() {
        ShippedFacts shipped = ShippedFacts.read(Project.root());
        assertThat(shipped.facts().with(shipped.next()).outcome()).isEqualTo(new Merged.Outcome.Taken());
    }
}
