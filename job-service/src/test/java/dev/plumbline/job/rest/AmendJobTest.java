package dev.plumbline.job.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class AmendJobTest {
    private static ValidatableResponse put(UUID job, String tag, JsonNode body) {
        return Stage.recruiter()
                .header("If-Match", tag)
                .body(body)
                .put("/v1/jobs/{id}", job)
                .then();
    }

    @Test
    void what_is_read_can_be_changed_and_sent_back() throws JsonProcessingException {
        UUID job = Stage.drafted(Stage.job());
        ValidatableResponse read =
                Stage.recruiter().get("/v1/jobs/{id}", job).then().statusCode(200);
        ObjectNode body = (ObjectNode) Stage.JSON.readTree(read.extract().asString());
        put(job, read.extract().header("ETag"), body.put("title", "Front Desk Lead"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", equalTo("Front Desk Lead"))
                .body("interviewQuestions", hasSize(2));
        Stage.recruiter().get("/v1/jobs/{id}", job).then().body("title", equalTo("Front Desk Lead"));
    }

    @Test
    void what_cannot_be_changed_is_left_out_or_says_what_is_so() {
        UUID job = Stage.drafted(Stage.job());
        put(job, "\"1\"", Stage.job(it -> it.put("id", job.toString()).put("status", "DRAFT")))
                .statusCode(200);
        put(
                        job,
                        "\"2\"",
                        Stage.job(it -> it.put("id", UUID.randomUUID().toString())
                                .put("status", "OPEN")
                                .put("template", "medical-office-manager")
                                .put("publishedVersion", 1)
                                .put("unpublishedChanges", false)
                                .put("revision", 1)
                                .put("createdAt", "2026-01-01T00:00:00Z")
                                .put("updatedAt", "2026-01-01T00:00:00Z")))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/id",
                                "/status",
                                "/template",
                                "/publishedVersion",
                                "/unpublishedChanges",
                                "/revision",
                                "/createdAt",
                                "/updatedAt"));
        Stage.recruiter().get("/v1/jobs/{id}", job).then().header("ETag", "\"2\"");
    }

    @Test
    void every_fault_is_named_at_once_those_of_the_body_and_those_that_only_the_job_shows() {
        UUID job = Stage.drafted(Stage.job());
        ObjectNode body = Stage.job(it -> {
            it.put("title", "").put("status", "OPEN").put("revision", "one").put("publishedVersion", 3);
            it.remove("rubric");
            it.withArray("/interviewQuestions").remove(1);
        });
        put(job, "\"1\"", body)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/title", "/revision", "/status", "/publishedVersion", "/interviewQuestions"));
        // Of a job in another state, or of none, nothing is known that the caller meant.
        put(job, "\"7\"", body).statusCode(422).body("errors.pointer", containsInAnyOrder("/title", "/revision"));
        put(UUID.randomUUID(), "\"1\"", body)
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/title", "/revision"));
        Stage.recruiter().get("/v1/jobs/{id}", job).then().header("ETag", "\"1\"");
    }

    @Test
    void the_rubric_stays_where_it_is_left_out() {
        UUID job = Stage.drafted(Stage.job());
        put(job, "\"1\"", Stage.job(it -> it.remove("rubric")))
                .statusCode(200)
                .body("rubric.bands.failBelow", equalTo(60));
    }

    @Test
    void a_question_that_the_rubric_rates_cannot_go() {
        UUID job = Stage.drafted(Stage.job());
        ObjectNode body = Stage.job(it -> it.remove("rubric"));
        body.withArray("/interviewQuestions").remove(1);
        put(job, "\"1\"", body).statusCode(422).body("errors.pointer", contains("/interviewQuestions"));
        Stage.recruiter()
                .get("/v1/jobs/{id}", job)
                .then()
                .header("ETag", "\"1\"")
                .body("interviewQuestions", hasSize(2));
    }

    @Test
    void contradictions_are_named_with_every_other_fault() {
        UUID job = Stage.drafted(Stage.job());
        ObjectNode body = Stage.job(it -> {
            it.put("title", "");
            it.withArray("/interviewQuestions").remove(1);
            it.withArray("/screeningCriteria").add(it.at("/screeningCriteria/0").deepCopy());
        });
        put(job, "\"1\"", body)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/title", "/screeningCriteria/1/id", "/rubric/criteria/children/1/evidence/question"));
    }

    @Test
    void a_change_needs_the_state_it_was_made_to() {
        UUID job = Stage.drafted(Stage.job());
        Stage.recruiter()
                .body(Stage.job())
                .put("/v1/jobs/{id}", job)
                .then()
                .statusCode(428)
                .body("type", equalTo("/problems/precondition-required"));
        put(job, "\"7\"", Stage.job()).statusCode(412).body("type", equalTo("/problems/precondition-failed"));
        put(UUID.randomUUID(), "\"1\"", Stage.job()).statusCode(404);
    }

    @Test
    void the_draft_of_the_rubric_is_read_and_replaced() throws JsonProcessingException {
        UUID job = Stage.drafted(Stage.job());
        ValidatableResponse read = Stage.as("hiring-manager")
                .get("/v1/jobs/{id}/rubric", job)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        assertThat(Stage.JSON.readTree(read.extract().asString())).isEqualTo(Stage.rubric());
        Stage.putRubric(job, Stage.rubricOfTen()).statusCode(200).header("ETag", "\"2\"");
        Stage.recruiter().get("/v1/jobs/{id}", job).then().body("rubric.ratingScale.max", equalTo(10));
    }

    @Test
    void every_fault_of_a_rubric_is_named_and_nothing_stored() {
        UUID job = Stage.drafted(Stage.job());
        ObjectNode rubric = Stage.rubric();
        rubric.withObject("/criteria").put("weight", 100);
        rubric.withObject("/criteria/children/0").put("weight", 0);
        rubric.withObject("/criteria/children/1/evidence")
                .put("question", "garden")
                .put("minRaters", 0);
        rubric.withObject("/gates/0").put("atLeast", 5);
        rubric.put("note", "x");
        Stage.putRubric(job, rubric)
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-content"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/criteria/weight",
                                "/criteria/children/0/weight",
                                "/criteria/children/1/evidence/question",
                                "/criteria/children/1/evidence/minRaters",
                                "/gates/0/atLeast",
                                "/note"));
        assertThat(Stage.tag(job)).isEqualTo("\"1\"");
    }

    @Test
    void what_is_no_rubric_at_all_is_refused() {
        UUID job = Stage.drafted(Stage.job());
        for (String body : new String[] {"null", "[]", "\"rubric\"", "7"}) {
            Stage.recruiter()
                    .header("If-Match", "\"1\"")
                    .body(body)
                    .put("/v1/jobs/{id}/rubric", job)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains(""));
        }
        Stage.recruiter()
                .header("If-Match", "\"1\"")
                .body("{\"bands\":")
                .put("/v1/jobs/{id}/rubric", job)
                .then()
                .statusCode(400);
        Stage.recruiter()
                .header("If-Match", "\"1\"")
                .body("{\"bands\": {\"strongAt\": 1e999999999, \"failBelow\": 1}}")
                .put("/v1/jobs/{id}/rubric", job)
                .then()
                .statusCode(422);
    }

    @Test
    void a_rubric_needs_the_state_it_was_written_for() {
        UUID job = Stage.drafted(Stage.job());
        Stage.recruiter()
                .body(Stage.rubric())
                .put("/v1/jobs/{id}/rubric", job)
                .then()
                .statusCode(428);
        Stage.recruiter()
                .header("If-Match", "\"2\"")
                .body(Stage.rubric())
                .put("/v1/jobs/{id}/rubric", job)
                .then()
                .statusCode(412);
        Stage.recruiter()
                .header("If-Match", "\"1\"")
                .body(Stage.rubric())
                .put("/v1/jobs/{id}/rubric", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void a_closed_job_does_not_change() {
        UUID job = Stage.published();
        Stage.close(job).statusCode(200);
        put(job, Stage.tag(job), Stage.job()).statusCode(409).body("type", equalTo("/problems/job-closed"));
        Stage.putRubric(job, Stage.rubric()).statusCode(409).body("type", equalTo("/problems/job-closed"));
    }
}
