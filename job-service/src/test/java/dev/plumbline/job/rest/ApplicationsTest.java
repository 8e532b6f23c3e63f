package dev.plumbline.job.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

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
class ApplicationsTest {
    private static ValidatableResponse call(String action, UUID application) {
        return Stage.as("integration")
                .post("/v1/applications/{id}/" + action, application)
                .then();
    }

    private static ValidatableResponse screen(UUID application, String body) {
        return Stage.as("recruiter")
                .body(body)
                .put("/v1/applications/{id}/screening", application)
                .then();
    }

    private static ValidatableResponse erase(UUID application) {
        return Stage.recruiter()
                .delete("/v1/applications/{id}/candidate", application)
                .then();
    }

    private static ValidatableResponse get(UUID application) {
        return Stage.as("hiring-manager")
                .get("/v1/applications/{id}", application)
                .then();
    }

    @Test
    void an_application_is_read_with_its_person() {
        UUID application = Stage.applied(Stage.published());
        get(application)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Cache-Control", "no-store")
                .body("id", equalTo(application.toString()))
                .body("candidate.name", equalTo("Ada Example"))
                .body("candidate.email", equalTo("ada@example.org"))
                .body("candidateErasedAt", nullValue());
        get(UUID.randomUUID()).statusCode(404);
    }

    @Test
    void lists_are_filtered_and_paged_and_without_the_people() {
        UUID job = Stage.published();
        UUID first = Stage.id(Stage.apply(job, Stage.application("one")).statusCode(201));
        UUID second = Stage.id(Stage.apply(job, Stage.application("two")).statusCode(201));
        UUID third = Stage.id(Stage.apply(job, Stage.application("three")).statusCode(201));
        call("withdraw", second).statusCode(200);
        String next = Stage.as("auditor")
                .get("/v1/applications?limit=2&jobId=" + job)
                .then()
                .statusCode(200)
                .body("items.id", contains(first.toString(), second.toString()))
                .body("items[0].candidate", nullValue())
                .extract()
                .path("next");
        Stage.as("auditor")
                .queryParam("cursor", next)
                .get("/v1/applications?limit=2&jobId=" + job)
                .then()
                .body("items.id", contains(third.toString()))
                .body("next", nullValue());
        Stage.recruiter()
                .get("/v1/applications?status=WITHDRAWN&jobId=" + job)
                .then()
                .body("items.id", contains(second.toString()));
        Stage.recruiter()
                .get("/v1/applications?externalId=three&jobId=" + job)
                .then()
                .body("items.id", contains(third.toString()));
        Stage.recruiter()
                .get("/v1/applications?jobId=" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void a_wrong_filter_is_named() {
        for (String query :
                new String[] {"jobId=x", "status=HIRED", "limit=-1", "cursor=nonsense", "externalId=%00", "jobid=x"}) {
            Stage.recruiter()
                    .urlEncodingEnabled(false)
                    .get("/v1/applications?" + query)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/invalid-parameter"));
        }
    }

    @Test
    void withdrawal_and_reinstatement_alternate() {
        UUID job = Stage.published();
        UUID application = Stage.applied(job);
        call("reinstate", application).statusCode(409).body("type", equalTo("/problems/application-not-withdrawn"));
        call("withdraw", application).statusCode(200).body("status", equalTo("WITHDRAWN"));
        call("withdraw", application).statusCode(409).body("type", equalTo("/problems/application-withdrawn"));
        Stage.close(job).statusCode(200);
        call("reinstate", application).statusCode(200).body("status", equalTo("SUBMITTED"));
        List<ReceivedEvent> told = JobEvents.ofApplication(application, 4);
        assertThat(JobEvents.kinds(told)).containsExactly("submitted", "screened", "withdrawn", "reinstated");
        assertThat(told)
                .extracting(event -> event.data().path("revision").asLong())
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(told.get(2).data().path("status").textValue()).isEqualTo("WITHDRAWN");
        assertThat(told.get(3).data().path("status").textValue()).isEqualTo("SUBMITTED");
        call("withdraw", UUID.randomUUID()).statusCode(404);
        call("reinstate", UUID.randomUUID()).statusCode(404);
    }

    @Test
    void screening_is_replaced_as_a_whole() {
        UUID application = Stage.applied(Stage.published());
        screen(application, "{\"screening\": [{\"criterion\": \"degree\", \"met\": null}, {\"criterion\": \"car\"}]}")
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("screening.criterion", contains("degree", "car"))
                .body("screening.met", contains(nullValue(), nullValue()));
        screen(application, "{\"screening\": []}").statusCode(200).body("screening", hasSize(0));
        assertThat(JobEvents.ofApplication(application, 4)
                        .get(2)
                        .data()
                        .at("/screening/1")
                        .toString())
                .isEqualTo("{\"criterion\":\"car\",\"met\":null}");
    }

    @Test
    void a_criterion_has_any_name_that_a_published_gate_or_criterion_has() {
        String asked = "\u00bfLicensed, in this state? (#1 & up) " + "x".repeat(160);
        String listed = "Speaks Spanish, or learns it";
        UUID job = Stage.drafted(Stage.job(it -> {
            it.withArray("/rubric/gates/0/criteria").add(asked);
            it.withArray("/screeningCriteria").addObject().put("id", listed).put("question", "Do you?");
        }));
        Stage.publish(job, "NEW_APPLICATIONS").statusCode(201);
        UUID application = Stage.applied(job);
        String both = "{\"screening\": [{\"criterion\": \"" + asked + "\", \"met\": true}, {\"criterion\": \"" + listed
                + "\", \"met\": null}]}";
        screen(application, both).statusCode(200).body("screening.criterion", contains(asked, listed));
        // Another job has not published them.
        screen(Stage.applied(Stage.published()), both)
                .statusCode(422)
                .body("errors.pointer", contains("/screening/0/criterion", "/screening/1/criterion"));
        for (String none : new String[] {" ", "a\\nb", "x".repeat(201)}) {
            screen(application, "{\"screening\": [{\"criterion\": \"" + none + "\", \"met\": true}]}")
                    .statusCode(422)
                    .body("errors.pointer", contains("/screening/0/criterion"));
        }
    }

    /** What nobody has published is on no topic: an answer must not bring it there. */
    @Test
    void a_criterion_that_the_job_does_not_have_says_nothing_of_a_person() {
        UUID application = Stage.applied(Stage.published());
        for (String free : new String[] {
            "ada@example.org", "Lovelace, Ada", "Was dismissed in 2019; ask her why.", "x".repeat(61), "#1"
        }) {
            screen(application, "{\"screening\": [{\"criterion\": \"" + free + "\", \"met\": true}, {\"met\": 1}]}")
                    .statusCode(422)
                    .body(
                            "errors.pointer",
                            contains("/screening/0/criterion", "/screening/1/criterion", "/screening/1/met"));
            Stage.apply(
                            Stage.published(),
                            Stage.application("ats-free")
                                    .set(
                                            "screening",
                                            Stage.JSON
                                                    .createArrayNode()
                                                    .add(Stage.JSON
                                                            .createObjectNode()
                                                            .put("criterion", free))))
                    .statusCode(422)
                    .body("errors.pointer", contains("/screening/0/criterion"));
        }
        screen(application, "{\"screening\": [{\"criterion\": \"F\u00fchrerschein (B/C): 2 years\", \"met\": true}]}")
                .statusCode(200);
    }

    @Test
    void the_same_screening_again_is_no_news() {
        UUID application = Stage.applied(Stage.published());
        screen(application, "{\"screening\": [{\"criterion\": \"work-authorization\", \"met\": true}]}")
                .statusCode(200)
                .header("ETag", "\"2\"");
        call("withdraw", application).statusCode(200);
        assertThat(JobEvents.kinds(JobEvents.ofApplication(application, 3)))
                .containsExactly("submitted", "screened", "withdrawn");
    }

    @Test
    void a_wrong_screening_is_refused_and_changes_nothing() {
        UUID application = Stage.applied(Stage.published());
        screen(application, "{}").statusCode(422).body("errors.pointer", contains("/screening"));
        screen(application, "[]").statusCode(422);
        screen(application, "{\"screening\": ").statusCode(400);
        screen(application, "{\"screening\": [{\"criterion\": \"a\"}, {\"criterion\": \"a\", \"met\": true}]}")
                .statusCode(422)
                .body("errors.pointer", contains("/screening/1"));
        Stage.recruiter()
                .header("If-Match", "\"1\"")
                .body("{\"screening\": []}")
                .put("/v1/applications/{id}/screening", application)
                .then()
                .statusCode(412);
        screen(UUID.randomUUID(), "{\"screening\": []}").statusCode(404);
        get(application).header("ETag", "\"2\"").body("screening", hasSize(1));
    }

    @Test
    void an_erased_person_is_gone_and_the_application_stays() {
        UUID job = Stage.published();
        UUID application = Stage.applied(job);
        erase(application).statusCode(204);
        erase(application).statusCode(204);
        ValidatableResponse read = get(application)
                .statusCode(200)
                .body("candidate", nullValue())
                .body("candidateErasedAt", notNullValue())
                .body("externalId", not(nullValue()));
        assertThat(read.extract().asString()).doesNotContain("Ada").doesNotContain("ada@");
        call("withdraw", application).statusCode(200);
        assertThat(JobEvents.kinds(JobEvents.ofApplication(application, 4)))
                .containsExactly("submitted", "screened", "erased", "withdrawn");
        erase(UUID.randomUUID()).statusCode(404);
    }
}
