package dev.plumbline.decision.domain.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.DerivedEvidence;
import dev.plumbline.decision.domain.FactIdentity;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.json.Evaluation;
import dev.plumbline.decision.json.EvaluationReader;
import dev.plumbline.decision.json.ExactJson;
import dev.plumbline.decision.json.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No sentence claims what is not reached, and none says of a score that it misses what it is shown to reach. */
class SaidFiguresTest {

    @Test
    void a_threshold_is_said_as_it_is_written_and_a_score_never_rounded_up() throws JsonProcessingException {
        List<String> reasons = reasons("60.005", "60.0049", "5", "null");

        assertThat(reasons)
                .contains("Skills 60.00 of at least 60.005 needed: failed.", "The total is 70.00.")
                .doesNotContain("60.01");
        assertThat(reasons("60.0049", "60.0049", "5", "null"))
                .contains("Skills 60.00 of at least 60.0049 needed: passed.");
    }

    @Test
    void a_score_that_is_shown_like_its_threshold_is_said_to_be_beside_it() throws JsonProcessingException {
        assertThat(reasons("60", "59.9999", "5", "null")).contains("Skills 59.99 of at least 60.00 needed: failed.");
        assertThat(reasons("33.33", "33.3333", "5", "null"))
                .contains("Skills 33.33 (a little more) of at least 33.33 needed: passed.");
    }

    @Test
    void what_each_part_brings_what_is_a_must_and_who_should_talk_is_said() throws JsonProcessingException {
        assertThat(reasons("60", "80", "5", "2"))
                .contains(
                        "Skills 80.00, weighing 75.00% of the total, brings 60.00.",
                        "Talk 70.00, weighing 25.00% of the total, brings 17.50.",
                        "Must-have: Skills is met.",
                        "To discuss: the raters of talk are 3 apart, from 2 to 5.",
                        "Outside the scale: the rating of talk by zoe counts as absent.");
    }

    @Test
    void thresholds_that_no_four_decimals_hold_are_cut_off() {
        assertThat(Shown.threshold(Rational.of(100, 3))).isEqualTo("33.33");
        assertThat(Shown.threshold(Rational.of(70, 1))).isEqualTo("70.00");
        assertThat(Shown.threshold(Rational.of(1, 8))).isEqualTo("0.125");
        assertThat(Shown.threshold(Rational.of(123_456, 10_000))).isEqualTo("12.3456");
    }

    private static List<String> reasons(String atLeast, String earned, String ana, String ben)
            throws JsonProcessingException {
        String request = """
                {"rubric": {
                   "ratingScale": {"min": 1, "max": 5, "mapping": "PROPORTIONAL"},
                   "criteria": {"id": "overall", "name": "Overall", "children": [
                     {"id": "skills", "name": "Skills", "weight": 75, "mustHave": true,
                      "evidence": {"type": "ASSESSMENT_SECTION", "section": "skills"}},
                     {"id": "talk", "name": "Talk", "weight": 25,
                      "evidence": {"type": "INTERVIEW_QUESTION", "question": "talk"}}]},
                   "gates": [{"id": "skilled", "type": "MIN_SCORE", "nodes": ["skills"], "atLeast": %s}],
                   "bands": {"strongAt": 80, "failBelow": 20}},
                 "evidence": {
                   "sections": [{"section": "skills", "earned": %s, "possible": 100}],
                   "ratings": [{"question": "talk", "rater": "ana", "rating": %s},
                               {"question": "talk", "rater": "ben", "rating": %s}]}}""".formatted(atLeast, earned, ana, ben);
        if (!(EvaluationReader.read(ExactJson.parse(request)) instanceof Reading.Valid<Evaluation>(Evaluation read))) {
            throw new AssertionError("not valid");
        }
        CompiledRubric rubric = new CompiledRubric(read.rubric());
        DerivedEvidence evidence =
                new DerivedEvidence(read.evidence(), List.of(new FactIdentity.Rating("talk", "zoe")));
        return Explain.explain(rubric, evidence, rubric.decide(read.evidence())).reasons();
    }
}
