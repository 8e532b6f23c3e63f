package dev.plumbline.decision.domain.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.DerivedEvidence;
import dev.plumbline.decision.domain.GateState;
import dev.plumbline.decision.json.Evaluation;
import dev.plumbline.decision.json.EvaluationReader;
import dev.plumbline.decision.json.ExactJson;
import dev.plumbline.decision.json.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is waived has not been looked at: nothing is met by it, and nobody has to talk about it. */
class WaivedTest {

    @Test
    void a_must_have_is_not_met_by_a_gate_that_is_waived() throws JsonProcessingException {
        Explanation explanation = explain("skills");

        assertThat(explanation.gates()).extracting(ExplainedGate::state).containsExactly(GateState.WAIVED);
        assertThat(explanation.mustHaves())
                .extracting(MustHave::node, MustHave::status, MustHave::gates)
                .containsExactly(tuple("test", MustHave.Status.NOT_MET, List.of()));
    }

    @Test
    void raters_of_a_waived_question_need_not_talk() throws JsonProcessingException {
        assertThat(explain("skills").spreads())
                .extracting(RaterSpread::question)
                .containsExactly("talk");
        assertThat(explain("talk").spreads()).isEmpty();
    }

    /** An assessment of two sections, the first asked for by a gate, the second at 20 of 100; and two raters 4 apart. */
    private static Explanation explain(String waived) throws JsonProcessingException {
        String request = """
                {"rubric": {
                   "ratingScale": {"min": 1, "max": 5, "mapping": "PROPORTIONAL"},
                   "criteria": {"id": "overall", "name": "Overall", "children": [
                     {"id": "test", "name": "Test", "weight": 50, "mustHave": true, "children": [
                       {"id": "skills", "name": "Skills", "weight": 50,
                        "evidence": {"type": "ASSESSMENT_SECTION", "section": "skills"}},
                       {"id": "rest", "name": "Rest", "weight": 50,
                        "evidence": {"type": "ASSESSMENT_SECTION", "section": "rest"}}]},
                     {"id": "talk", "name": "Talk", "weight": 50,
                      "evidence": {"type": "INTERVIEW_QUESTION", "question": "talk"}}]},
                   "gates": [{"id": "right", "type": "MIN_RIGHT", "sections": ["skills"], "atLeast": 70}],
                   "bands": {"strongAt": 80, "failBelow": 60}},
                 "evidence": {
                   "sections": [{"section": "rest", "earned": 20, "possible": 100}],
                   "ratings": [{"question": "talk", "rater": "ana", "rating": 1},
                               {"question": "talk", "rater": "ben", "rating": 5}],
                   "waivers": [{"node": "%s", "reason": "ACCOMMODATION"}]}}""".formatted(waived);
        Reading<Evaluation> reading = EvaluationReader.read(ExactJson.parse(request));
        if (!(reading instanceof Reading.Valid<Evaluation>(Evaluation read))) {
            throw new AssertionError("not valid: " + reading);
        }
        CompiledRubric rubric = new CompiledRubric(read.rubric());
        return Explain.explain(rubric, new DerivedEvidence(read.evidence(), List.of()), rubric.decide(read.evidence()));
    }
}
