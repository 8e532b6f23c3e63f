package dev.plumbline.assessment.rest;

import static dev.plumbline.assessment.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.assessment.Scene;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class SessionsTest {

    private static Response post(UUID application, String body) {
        return Scene.as("recruiter").body(body).post("/v1/applications/" + application + "/sessions");
    }

    @Test
    void an_invitation_names_secret_url_and_deadline() {
        String test = Scene.smallTest(2);
        UUID application = Scene.applicationFor(test);
        JsonPath invited = post(application, "{\"timeFactor\": 1.5}")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("test.id", equalTo(test))
                .body("test.version", equalTo(1))
                .body("state", equalTo("INVITED"))
                .body("timeFactor", equalTo(1.5f))
                .extract()
                .jsonPath();
        assertThat(invited.getString("secret")).hasSize(43);
        assertThat(invited.getString("url"))
                .endsWith("/v1/sessions/" + invited.getString("id"))
                .doesNotContain(invited.getString("secret"));
        assertThat(Instant.parse(invited.getString("expiresAt")))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(13)), Instant.now().plus(Duration.ofDays(15)));
    }

    @Test
    void a_repeated_invitation_gives_the_same_secret_though_none_is_stored() {
        UUID application = Scene.applicationFor(Scene.smallTest(2));
        String key = Ids.next().toString();
        JsonPath first =
                invite(application, key, "{}").then().statusCode(201).extract().jsonPath();
        JsonPath again =
                invite(application, key, "{}").then().statusCode(201).extract().jsonPath();
        assertThat(again.getMap("")).isEqualTo(first.getMap(""));
        problem(invite(application, key, "{\"timeFactor\": 2}"), 422, "idempotency-key-reused");
        Scene.as("recruiter")
                .get("/v1/applications/" + application + "/sessions")
                .then()
                .body("items", hasSize(1))
                .body("items[0].secret", nullValue());
    }

    private static Response invite(UUID application, String key, String body) {
        return Scene.as("recruiter")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/applications/" + application + "/sessions");
    }

    @Test
    void one_open_session_at_a_time_and_a_retake_only_when_asked_for() {
        Scene.Invited first = Scene.invite(Scene.applicationFor(Scene.smallTest(2)));
        problem(post(first.application(), "{}"), 409, "session-still-open");
        first.submit().then().statusCode(200);
        problem(post(first.application(), "{}"), 409, "already-assessed");
        Scene.Invited second = Scene.invite(first.application(), "{\"retake\": true}");
        assertThat(second.session()).isNotEqualTo(first.session());
        assertThat(second.secret()).isNotEqualTo(first.secret());
    }

    @Test
    void an_application_not_heard_of_is_to_be_tried_again() {
        UUID unknown = Ids.next();
        problem(post(unknown, "{}"), 409, "application-not-yet-known").header("Retry-After", "1");
        problem(
                Scene.as("recruiter").get("/v1/applications/" + unknown + "/sessions"),
                409,
                "application-not-yet-known");
        UUID jobless = Ids.next();
        Scene.publishApplication(jobless, "submitted", Scene.lifecycle(jobless, 1, "SUBMITTED", Ids.next(), 1));
        Scene.awaitConsumed();
        problem(post(jobless, "{}"), 409, "application-not-yet-known").header("Retry-After", "1");
    }

    @Test
    void a_withdrawn_application_is_not_invited_until_it_is_reinstated() {
        UUID job = Ids.next();
        UUID application = Ids.next();
        Scene.publishJob(
                job,
                Scene.job(job, 1, 1, "NEW_APPLICATIONS", "{\"id\": \"medical-office-manager\", \"version\": 1}", "x"));
        Scene.publishApplication(application, "withdrawn", Scene.lifecycle(application, 2, "WITHDRAWN", job, 1));
        Scene.awaitConsumed();
        problem(post(application, "{}"), 409, "application-withdrawn");
        Scene.publishApplication(application, "reinstated", Scene.lifecycle(application, 3, "SUBMITTED", job, 1));
        Scene.awaitConsumed();
        post(application, "{}").then().statusCode(201);
    }

    @Test
    void a_job_without_a_test_needs_one_named() {
        UUID job = Ids.next();
        UUID application = Ids.next();
        Scene.publishJob(job, Scene.job(job, 1, 1, "NEW_APPLICATIONS", "null", "x"));
        Scene.publishApplication(application, "submitted", Scene.lifecycle(application, 1, "SUBMITTED", job, 1));
        Scene.awaitConsumed();
        problem(post(application, "{}"), 409, "no-test-pinned");
        problem(
                        post(application, "{\"test\": {\"id\": \"medical-office-manager\", \"version\": 7}}"),
                        422,
                        "invalid-content")
                .body("errors.pointer", contains("/test"));
        post(application, "{\"test\": {\"id\": \"medical-office-manager\", \"version\": 1}}")
                .then()
                .statusCode(201)
                .body("test.id", equalTo("medical-office-manager"));
    }

    @Test
    void a_version_for_all_open_applications_brings_its_test_and_one_for_new_ones_does_not() {
        String stamped = Scene.smallTest(2);
        String forAll = Scene.smallTest(2);
        String forNew = Scene.smallTest(2);
        UUID job = Ids.next();
        UUID application = Ids.next();
        Scene.publishJob(job, Scene.job(job, 1, 1, "NEW_APPLICATIONS", pin(stamped), "x"));
        Scene.publishJob(job, Scene.job(job, 2, 2, "ALL_OPEN_APPLICATIONS", pin(forAll), "x"));
        Scene.publishJob(job, Scene.job(job, 3, 3, "NEW_APPLICATIONS", pin(forNew), "x"));
        Scene.publishApplication(application, "submitted", Scene.lifecycle(application, 1, "SUBMITTED", job, 1));
        Scene.awaitConsumed();
        post(application, "{}").then().statusCode(201).body("test.id", equalTo(forAll));
    }

    private static String pin(String test) {
        return "{\"id\": \"" + test + "\", \"version\": 1}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"timeFactor\": 0.9}; /timeFactor",
                "{\"timeFactor\": 11}; /timeFactor",
                "{\"timeFactor\": 1.255}; /timeFactor",
                "{\"timeFactor\": \"2\"}; /timeFactor",
                "{\"factor\": 2}; /factor",
                "{\"test\": {\"id\": \"x\"}}; /test/version",
                "{\"test\": {\"id\": \"x\", \"version\": 0}}; /test/version",
                "{\"expiresAt\": \"yesterday\"}; /expiresAt",
                "{\"expiresAt\": \"2020-01-01T00:00:00Z\"}; /expiresAt",
                "{\"expiresAt\": \"2999-01-01T00:00:00Z\"}; /expiresAt",
                "{\"retake\": \"yes\"}; /retake"
            })
    void an_invitation_with_a_fault_invites_nobody(String body, String pointer) {
        UUID application = Faults.application();
        problem(post(application, body), 422, "invalid-content").body("errors.pointer", contains(pointer));
        Scene.as("recruiter")
                .get("/v1/applications/" + application + "/sessions")
                .then()
                .body("items", hasSize(0));
    }

    /** One application for all the faults: none of them leaves a trace on it. */
    private static final class Faults {

        private static @Nullable UUID application;

        static UUID application() {
            UUID known = application;
            if (known == null) {
                known = Scene.applicationFor("medical-office-manager");
                application = known;
            }
            return known;
        }
    }

    @Test
    void malformed_json_and_ids_are_refused() {
        problem(post(Ids.next(), "{"), 400, "malformed-json");
        problem(Scene.as("recruiter").get("/v1/applications/no-id/sessions"), 404, "not-found");
    }
}
