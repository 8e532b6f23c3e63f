package dev.plumbline.job.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class CreateJobTest {
    private static ValidatableResponse post(String body) {
        return Stage.recruiter().body(body).post("/v1/jobs").then();
    }

    private static ValidatableResponse tailored(String tailoring) {
        return post("{\"template\": \"medical-office-manager\", \"tailoring\": " + tailoring + "}");
    }

    private static List<String> pointers(ValidatableResponse refused) {
        return refused.statusCode(422)
                .body("type", equalTo("/problems/invalid-content"))
                .extract()
                .path("errors.pointer");
    }

    @Test
    void a_template_alone_makes_a_job_like_it() {
        ValidatableResponse created =
                post("{\"template\": \"medical-office-manager\"}").statusCode(201);
        UUID job = Stage.id(created);
        created.header("Location", "/v1/jobs/" + job)
                .header("ETag", "\"1\"")
                .body("status", equalTo("DRAFT"))
                .body("template", equalTo("medical-office-manager"))
                .body("publishedVersion", nullValue())
                .body("unpublishedChanges", equalTo(true))
                .body("test.id", equalTo("medical-office-manager"))
                .body("responsibilities", hasSize(9))
                .body("interviewQuestions", hasSize(8))
                .body("rubric.criteria.children.id", contains("assessment", "interview"));
    }

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
    void a_job_can_be_written_out_whole() {
        Stage.recruiter()
                .body(Stage.job())
                .post("/v1/jobs")
                .then()
                .statusCode(201)
                .body("template", nullValue())
                .body("test", nullValue())
                .body("interviewQuestions[0].anchors.5", equalTo("Listens."))
                .body("interviewQuestions[1].kind", equalTo("GENERAL"))
                .body("rubric.bands.strongAt", equalTo(80));
    }

    @Test
    void numbers_of_a_rubric_stay_as_they_are_written() {
        ObjectNode job = Stage.job();
        String text = job.toString()
                .replace("\"weight\":60", "\"weight\":60.10")
                .replace("\"weight\":40", "\"weight\":39.90");
        String answer = post(text).statusCode(201).extract().asString();
        assertThat(answer).contains("\"weight\":60.10").contains("\"weight\":39.90");
    }

    @Test
    void every_fault_of_a_whole_job_is_named_with_those_of_its_rubric() {
        ObjectNode job = Stage.job(it -> {
            it.put("title", " ");
            it.put("colour", "blue");
            it.withObject("/rubric/bands").put("failBelow", 90);
            it.withObject("/rubric/criteria/children/0").put("weight", 61);
            it.withObject("/rubric/gates/0").put("type", "MAGIC");
            it.withObject("/test").put("id", "x y").put("version", 0);
            it.withObject("/interviewQuestions/0/anchors").put("high", "x");
            it.withObject("/employment").withArray("/types").add("SLAVERY");
        });
        assertThat(pointers(post(job.toString())))
                .containsExactlyInAnyOrder(
                        "/title",
                        "/colour",
                        "/rubric/bands",
                        "/rubric/criteria/children",
                        "/rubric/gates/0/type",
                        "/test/id",
                        "/test/version",
                        "/interviewQuestions/0/anchors/high",
                        "/employment/types/0");
    }

    @Test
    void contradictions_are_named_all_together() {
        ObjectNode job = Stage.job(it -> {
            it.withArray("/interviewQuestions").remove(1);
            it.withArray("/interviewQuestions")
                    .add(it.at("/interviewQuestions/0").deepCopy());
            it.withArray("/screeningCriteria").add(it.at("/screeningCriteria/0").deepCopy());
            it.set("employment", Stage.json("""
                    {"types": ["PART_TIME"], "salary": {"currency": "USD", "min": 20, "max": 10, "per": "HOUR"}}"""));
        });
        assertThat(pointers(post(job.toString())))
                .containsExactlyInAnyOrder(
                        "/interviewQuestions/1/id",
                        "/screeningCriteria/1/id",
                        "/employment/salary/max",
                        "/rubric/criteria/children/1/evidence/question");
    }

    @Test
    void contradictions_are_named_with_every_other_fault() {
        ObjectNode job = Stage.job(it -> {
            it.put("title", " ");
            it.put("colour", "blue");
            it.withObject("/rubric/bands").put("failBelow", 90);
            it.withArray("/interviewQuestions").remove(1);
            it.withArray("/screeningCriteria").add(it.at("/screeningCriteria/0").deepCopy());
            it.set("employment", Stage.json("""
                    {"types": ["PART_TIME"], "salary": {"currency": "USD", "min": 20, "max": 10, "per": "HOUR"}}"""));
        });
        assertThat(pointers(post(job.toString())))
                .containsExactlyInAnyOrder(
                        "/title",
                        "/colour",
                        "/rubric/bands",
                        "/screeningCriteria/1/id",
                        "/employment/salary/max",
                        "/rubric/criteria/children/1/evidence/question");
    }

    @Test
    void what_depends_on_a_part_at_fault_is_not_named_on_top() {
        ObjectNode job = Stage.job(it -> {
            it.withObject("/interviewQuestions/0").put("title", "");
            it.set("employment", Stage.json("""
                    {"types": ["PART_TIME"], "salary": {"currency": "USD", "min": 20, "max": -10, "per": "HOUR"}}"""));
        });
        assertThat(pointers(post(job.toString())))
                .containsExactlyInAnyOrder("/interviewQuestions/0/title", "/employment/salary/max");
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

    @Test
    void half_a_template_and_half_a_job_is_neither() {
        ObjectNode both = Stage.job().put("template", "medical-office-manager");
        assertThat(pointers(post(both.toString())))
                .containsExactlyInAnyOrder(
                        "/title", "/description", "/rubric", "/interviewQuestions", "/screeningCriteria");
        assertThat(pointers(post("{\"tailoring\": {}}")))
                .containsExactlyInAnyOrder("/tailoring", "/title", "/description", "/rubric");
        assertThat(pointers(post("{}"))).containsExactlyInAnyOrder("/title", "/description", "/rubric");
    }

    @Test
    void a_plan_too_large_for_a_topic_is_refused() {
        ObjectNode job = Stage.job();
        for (int i = 0; i < 95; i++) {
            job.withArray("/interviewQuestions")
                    .add(Stage.json("{\"id\": \"q" + i + "\", \"title\": \"t\", \"question\": \"" + "x".repeat(4900)
                            + "\", \"looksFor\": \"" + "y".repeat(4700) + "\"}"));
        }
        assertThat(pointers(post(job.toString()))).containsExactly("/rubric");
    }

    @Test
    void what_is_no_json_or_no_object_is_refused() {
        post("{\"template\": ").statusCode(400).body("type", equalTo("/problems/malformed-json"));
        post("{\"template\": \"a\", \"template\": \"b\"}").statusCode(400);
        post("").statusCode(400);
        assertThat(pointers(post("[]"))).containsExactly("");
    }

    @Test
    void the_same_key_gives_the_same_job_and_another_body_is_refused() {
        String key = UUID.randomUUID().toString();
        ValidatableResponse first = Stage.recruiter()
                .header("Idempotency-Key", key)
                .body(Stage.job())
                .post("/v1/jobs")
                .then()
                .statusCode(201);
        ValidatableResponse second = Stage.recruiter()
                .header("Idempotency-Key", key)
                .body(Stage.job())
                .post("/v1/jobs")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");
        assertThat(second.extract().asString()).isEqualTo(first.extract().asString());
        Stage.recruiter()
                .header("Idempotency-Key", key)
                .body(Stage.job(job -> job.put("title", "Other")))
                .post("/v1/jobs")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }
}
