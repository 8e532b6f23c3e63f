package dev.plumbline.job.rest;

import static dev.plumbline.job.rest.NewJobs.pointers;
import static dev.plumbline.job.rest.NewJobs.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

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
class CreateJobTest {
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
                .body(Stage.job(job -> {
                    ObjectNode rubric = (ObjectNode) job.get("rubric");
                    rubric.set("bands", rubric.remove("bands"));
                    rubric.set("ratingScale", rubric.remove("ratingScale"));
                }))
                .post("/v1/jobs")
                .then()
                .statusCode(201)
                .body("id", equalTo(first.extract().path("id")));
        Stage.recruiter()
                .header("Idempotency-Key", key)
                .body(Stage.job(job -> job.put("title", "Other")))
                .post("/v1/jobs")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }
}
