package dev.plumbline.job.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.JobEvents;
import dev.plumbline.job.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class SubmitApplicationTest {
    @Test
    void an_application_is_stamped_and_told_with_its_screening() {
        UUID job = Stage.published();
        Stage.publish(job, "NEW_APPLICATIONS").statusCode(201);
        ValidatableResponse created =
                Stage.apply(job, Stage.application("ats-1")).statusCode(201);
        UUID application = Stage.id(created);
        created.header("Location", "/v1/applications/" + application)
                .body("rubricVersion", equalTo(2))
                .body("status", equalTo("SUBMITTED"))
                .body("screening[0].met", equalTo(true));
        List<ReceivedEvent> told = JobEvents.ofApplication(application, 2);
        assertThat(JobEvents.kinds(told)).containsExactly("submitted", "screened");
        assertThat(told.getFirst().data())
                .isEqualTo(Stage.json("{\"applicationId\": \"" + application + "\", \"revision\": 1,"
                        + " \"status\": \"SUBMITTED\", \"jobId\": \"" + job
                        + "\", \"rubricVersion\": 2, \"externalId\": \"ats-1\"}"));
        assertThat(told.getLast().data())
                .isEqualTo(Stage.json("{\"applicationId\": \"" + application + "\", \"revision\": 2,"
                        + " \"screening\": [{\"criterion\": \"work-authorization\", \"met\": true}]}"));
    }

    @Test
    void without_screening_only_the_submission_is_told() {
        ObjectNode request = Stage.application("ats-2");
        request.remove("screening");
        UUID application = Stage.id(Stage.apply(Stage.published(), request).statusCode(201));
        Stage.as("integration")
                .post("/v1/applications/{id}/withdraw", application)
                .then()
                .statusCode(200);
        assertThat(JobEvents.kinds(JobEvents.ofApplication(application, 2))).containsExactly("submitted", "withdrawn");
    }

    @Test
    void the_answer_and_the_topics_do_not_know_the_person() {
        ValidatableResponse created =
                Stage.apply(Stage.published(), Stage.application("ats-3")).statusCode(201);
        assertThat(created.extract().asString()).doesNotContain("Ada").doesNotContain("ada@");
        assertThat(JobEvents.ofApplication(Stage.id(created), 2))
                .allSatisfy(event ->
                        assertThat(event.toString()).doesNotContain("Ada").doesNotContain("ada@"));
    }

    @Test
    void an_external_id_is_taken_once_in_a_job() {
        UUID job = Stage.published();
        UUID first = Stage.id(Stage.apply(job, Stage.application("ats-4")).statusCode(201));
        Stage.apply(job, Stage.application("ats-4"))
                .statusCode(409)
                .body("type", equalTo("/problems/duplicate-application"))
                .body("detail", containsString(first.toString()));
        Stage.apply(Stage.published(), Stage.application("ats-4")).statusCode(201);
        Stage.as("integration").get("/v1/applications?jobId=" + job).then().body("items", hasSize(1));
    }

    @Test
    void only_an_open_job_takes_applications() {
        UUID draft = Stage.drafted(Stage.job());
        Stage.apply(draft, Stage.application("ats-5"))
                .statusCode(409)
                .body("type", equalTo("/problems/job-not-published"));
        UUID closed = Stage.published();
        Stage.close(closed).statusCode(200);
        Stage.apply(closed, Stage.application("ats-5")).statusCode(409).body("type", equalTo("/problems/job-closed"));
        Stage.apply(UUID.randomUUID(), Stage.application("ats-5")).statusCode(404);
        Stage.as("integration").get("/v1/applications?jobId=" + closed).then().body("items", hasSize(0));
    }

    @Test
    void every_fault_is_named_and_no_value_repeated() {
        UUID job = Stage.published();
        String refused = Stage.apply(job, Stage.json("""
                        {"externalId": "ada@example.org", "candidate": {"name": " ", "email": "not-an-address"},
                         "screening": [{"criterion": "", "met": "yes"}, {"met": null}], "phone": "555"}"""))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/phone",
                                "/externalId",
                                "/candidate/name",
                                "/candidate/email",
                                "/screening/0/criterion",
                                "/screening/0/met",
                                "/screening/1/criterion"))
                .extract()
                .asString();
        assertThat(refused).doesNotContain("ada@").doesNotContain("not-an-address");
        Stage.apply(job, Stage.json("{}"))
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/externalId", "/candidate"));
        Stage.as("integration")
                .body("{\"candidate\": {\"name\": \"Ada")
                .post("/v1/jobs/{id}/applications", job)
                .then()
                .statusCode(400);
        Stage.as("integration").get("/v1/applications?jobId=" + job).then().body("items", hasSize(0));
    }

    @Test
    void a_criterion_is_answered_once() {
        ObjectNode request = Stage.application("ats-6");
        request.withArray("/screening").add(request.at("/screening/0").deepCopy());
        UUID job = Stage.published();
        Stage.apply(job, request).statusCode(422).body("errors.pointer", contains("/screening/1"));
        request.put("phone", "555").withObject("/candidate").put("name", "");
        Stage.apply(job, request)
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/screening/1", "/phone", "/candidate/name"));
    }

    @Test
    void the_same_key_applies_once() {
        UUID job = Stage.published();
        String key = UUID.randomUUID().toString();
        UUID[] ids = new UUID[2];
        for (int i = 0; i < 2; i++) {
            ids[i] = Stage.id(Stage.as("integration")
                    .header("Idempotency-Key", key)
                    .body(Stage.application("ats-7"))
                    .post("/v1/jobs/{id}/applications", job)
                    .then()
                    .statusCode(201));
        }
        assertThat(ids[0]).isEqualTo(ids[1]);
        Stage.as("integration")
                .header("Idempotency-Key", key)
                .body(Stage.application("ats-8"))
                .post("/v1/jobs/{id}/applications", job)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }
}
