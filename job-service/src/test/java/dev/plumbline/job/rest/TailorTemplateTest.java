package dev.plumbline.job.rest;

import static dev.plumbline.job.rest.NewJobs.pointers;
import static dev.plumbline.job.rest.NewJobs.post;
import static dev.plumbline.job.rest.NewJobs.tailored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class TailorTemplateTest {
    @Test
    void a_tailoring_replaces_adds_removes_and_reweighs() {
        tailored("""
                        {"title": "Practice Manager, two sites",
                         "description": {"scope": "Two sites."},
                         "organization": {"name": "Example Clinic", "url": "https://clinic.example.org"},
                         "location": {"country": "US", "region": "CO", "city": "Denver"},
                         "employment": {"types": ["FULL_TIME"], "workHours": "40 hours a week",
                           "salary": {"currency": "USD", "min": 60000, "max": 75000.50, "per": "YEAR"},
                           "startsOn": "2026-09-01", "applyBy": "2026-07-31"},
                         "addResponsibilities": [{"id": "second-site", "title": "Second site", "text": "Runs it too."}],
                         "removeResponsibilities": ["budget-and-finances"],
                         "skills": [{"text": "Spanish"}],
                         "weights": {"assessment": 40, "interview": 60.0}}""")
                .statusCode(201)
                .body("title", equalTo("Practice Manager, two sites"))
                .body("description.scope", equalTo("Two sites."))
                .body("description.function", not(equalTo("")))
                .body("organization.url", equalTo("https://clinic.example.org"))
                .body("location.remote", equalTo(false))
                .body("employment.salary.max", equalTo(75000.50f))
                .body("responsibilities.id", hasItem("second-site"))
                .body("responsibilities.id", not(hasItem("budget-and-finances")))
                .body("skills", hasSize(1))
                .body("skills[0].origin", equalTo("TAILORED"))
                .body("rubric.criteria.children.weight", contains(40, 60.0f));
    }

    @Test
    void a_tailoring_chooses_a_variant_of_the_rubric() {
        tailored("{\"rubricVariant\": \"single-framework\"}")
                .statusCode(201)
                .body("rubric.criteria.children.id", not(hasItem("assessment")));
    }

    @Test
    void what_cannot_be_tailored_is_named_all_together() {
        assertThat(pointers(tailored("""
                        {"rubricVariant": "round", "removeResponsibilities": ["gardening"],
                         "addResponsibilities": [{"id": "patient-records", "title": "t", "text": "t"}]}""")))
                .containsExactlyInAnyOrder(
                        "/tailoring/rubricVariant",
                        "/tailoring/removeResponsibilities/0",
                        "/tailoring/addResponsibilities/0/id");
        assertThat(pointers(tailored("{\"weights\": {\"assessment\": 40, \"no/node\": 1, \"overall\": 5}}")))
                .containsExactly("/tailoring/weights/no~1node", "/tailoring/weights/overall");
        assertThat(pointers(tailored("{\"weights\": {\"assessment\": 40}}"))).containsExactly("/tailoring/weights");
        assertThat(pointers(tailored("{\"interviewQuestions\": []}")))
                .hasSize(8)
                .containsOnly("/tailoring/interviewQuestions");
        assertThat(pointers(post("{\"template\": \"astronaut\"}"))).containsExactly("/template");
    }

    @Test
    void a_rubric_of_a_tailoring_may_not_rate_a_question_that_nobody_asks() {
        ObjectNode tailoring = Stage.json("{}").set("rubric", Stage.rubric());
        assertThat(pointers(tailored(tailoring.toString())))
                .containsExactly(
                        "/tailoring/rubric/criteria/children/0/evidence/question",
                        "/tailoring/rubric/criteria/children/1/evidence/question");
    }

    @Test
    void what_a_tailoring_contradicts_is_named_with_every_other_fault() {
        ObjectNode tailoring = Stage.json("""
                {"title": "", "rubricVariant": "single-framework", "responsibilities": [],
                 "removeResponsibilities": ["gardening"],
                 "interviewQuestions": [{"id": "garden", "title": "t", "question": "q"},
                                        {"id": "garden", "title": "t", "question": "q"}],
                 "employment": {"types": ["PART_TIME"],
                                "salary": {"currency": "USD", "min": 20, "max": 10, "per": "HOUR"}}}""");
        tailoring.set("rubric", Stage.rubric());
        assertThat(pointers(tailored(tailoring.toString())))
                .containsExactlyInAnyOrder(
                        "/tailoring/title",
                        "/tailoring/rubricVariant",
                        "/tailoring/responsibilities",
                        "/tailoring/interviewQuestions/1/id",
                        "/tailoring/employment/salary/max",
                        "/tailoring/rubric/criteria/children/0/evidence/question",
                        "/tailoring/rubric/criteria/children/1/evidence/question");
        assertThat(pointers(post("{\"template\": \"astronaut\", \"tailoring\": {\"title\": \"\"}, \"x\": 1}")))
                .containsExactlyInAnyOrder("/template", "/tailoring/title", "/x");
    }

    @Test
    void what_the_template_lacks_is_named_with_what_the_tailoring_breaks() {
        assertThat(pointers(tailored("""
                        {"removeResponsibilities": ["gardening"], "weights": {"no-node": 1}, "interviewQuestions": []}""")))
                .contains("/tailoring/removeResponsibilities/0", "/tailoring/weights/no-node")
                .contains("/tailoring/interviewQuestions")
                .hasSize(10);
    }
}
