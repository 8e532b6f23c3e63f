package dev.plumbline.interview.rest;

import static dev.plumbline.interview.Stage.interviewer;
import static dev.plumbline.interview.Stage.plan;
import static dev.plumbline.interview.Stage.recruiter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.interview.Facts;
import dev.plumbline.interview.Stage;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ScheduleTest {
    private static final String PATH = "/v1/applications/{id}/interviews";
    private static final String PLAN = plan(List.of("ana", "ben"), List.of("billing", "motivation"));

    private UUID application;

    @BeforeEach
    void setTheStage() {
        application = Stage.application();
    }

    @Test
    void a_recruiter_sets_an_interview_up() {
        String location = recruiter()
                .body(PLAN)
                .post(PATH, application)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("applicationId", equalTo(application.toString()))
                .body("status", equalTo("SCHEDULED"))
                .body("panel", contains("ana", "ben"))
                .body("questions", contains("billing", "motivation"))
                .body("startsAt", equalTo("2027-03-15T14:30:00Z"))
                .body("duration", equalTo("PT45M"))
                .body("zone", equalTo("America/New_York"))
                .extract()
                .header("Location");

        interviewer("ana")
                .get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .header("Cache-Control", "no-store")
                .body("status", equalTo("SCHEDULED"))
                .body("startsAt", equalTo("2027-03-15T14:30:00Z"))
                .body("panel", contains("ana", "ben"))
                .body("rubricVersion", equalTo(1))
                .body("ratingScale.min", equalTo(1))
                .body("ratingScale.max", equalTo(5))
                .body("questions.id", contains("billing", "motivation"))
                .body("questions[0].question", equalTo("Wording of billing in version 1"))
                .body("questions[0].looksFor", equalTo("Looks"))
                .body("questions[0].anchors.'5'", equalTo("five"))
                .body("questions[0].probes", contains("What exactly?"))
                .body("questions[1].title", equalTo("Leaf motivation"))
                .body("questions[1].question", nullValue())
                .body("forms", hasSize(2))
                .body("forms.submitted", contains(false, false))
                .body("owed", contains("billing", "motivation"))
                .body("ratings", hasSize(0));
    }

    @Test
    void a_hiring_manager_does_so_too() {
        Stage.hiringManager().body(PLAN).post(PATH, application).then().statusCode(201);
    }

    @Test
    void fractions_of_a_second_are_dropped_and_offsets_become_utc() {
        recruiter()
                .body(plan(List.of("ana"), List.of("billing"), "2027-03-15T10:30:59.999999999-04:00"))
                .post(PATH, application)
                .then()
                .statusCode(201)
                .body("startsAt", equalTo("2027-03-15T14:30:59Z"));
    }

    @Test
    void the_same_idempotency_key_gives_the_first_answer_again() {
        String key = Ids.next().toString();
        String first = recruiter()
                .header("Idempotency-Key", key)
                .body(PLAN)
                .post(PATH, application)
                .path("id");
        recruiter()
                .header("Idempotency-Key", key)
                .body(PLAN)
                .post(PATH, application)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", "/v1/interviews/" + first)
                .body("id", equalTo(first));
        recruiter()
                .header("Idempotency-Key", key)
                .body(plan(List.of("cid"), List.of("billing")))
                .post(PATH, application)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));

        recruiter().get(PATH, application).then().body("items", hasSize(1));
    }

    @Test
    void an_application_not_heard_of_yet_can_be_tried_again_shortly() {
        UUID unknown = Ids.next();
        recruiter()
                .body(PLAN)
                .post(PATH, unknown)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/application-not-yet-known"));
        recruiter()
                .get(PATH, unknown)
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/application-not-yet-known"));
    }

    @Test
    void an_application_whose_rubric_has_not_arrived_is_not_yet_known_either() {
        UUID early = Ids.next();
        UUID job = Ids.next();
        Stage.publishLifecycle("submitted", Stage.lifecycle(early, 1, "SUBMITTED", job, 1), early);
        recruiter()
                .body(PLAN)
                .post(PATH, early)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/application-not-yet-known"));

        Stage.publishJob(job, Stage.jobVersion(job, 1, 1, "NEW_APPLICATIONS", Stage.QUESTIONS));
        Stage.awaitKnown(early);
        recruiter().body(PLAN).post(PATH, early).then().statusCode(201);
    }

    @Test
    void a_withdrawn_application_gets_no_interview_until_it_is_reinstated() {
        UUID job = Stage.publishedJob();
        UUID withdrawn = Stage.application(job);
        Stage.publishLifecycle("withdrawn", Stage.lifecycle(withdrawn, 2, "WITHDRAWN", job, 1), withdrawn);
        Stage.awaitRefusal(withdrawn, "application-withdrawn");
        recruiter().body(PLAN).post(PATH, withdrawn).then().statusCode(409);
        assertThat(Facts.told(withdrawn)).isEmpty();

        Stage.publishLifecycle("reinstated", Stage.lifecycle(withdrawn, 3, "SUBMITTED", job, 1), withdrawn);
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .untilAsserted(() ->
                        recruiter().body(PLAN).post(PATH, withdrawn).then().statusCode(201));
    }

    @Test
    void questions_are_those_of_the_version_that_holds_for_the_application() {
        UUID job = Stage.publishedJob();
        UUID applicant = Stage.application(job);
        Stage.publishJob(job, Stage.jobVersion(job, 2, 2, "NEW_APPLICATIONS", List.of("newer", "last")));
        Stage.publishJob(job, Stage.jobVersion(job, 3, 3, "ALL_OPEN_APPLICATIONS", List.of("newest", "last")));
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .untilAsserted(() -> recruiter()
                        .body(plan(List.of("ana"), List.of("newest")))
                        .post(PATH, applicant)
                        .then()
                        .statusCode(201));

        recruiter()
                .body(plan(List.of("ana"), List.of("newest", "billing", "last", "newer")))
                .post(PATH, applicant)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-content"))
                .body("errors.pointer", contains("/questions/1", "/questions/3"));
    }
}
