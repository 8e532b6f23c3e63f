package dev.plumbline.assessment.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.assessment.MovableClock;
import dev.plumbline.assessment.Scene;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class SessionsTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_the_present() {
        clock.reset();
    }

    private static Response post(UUID application, String body) {
        return Scene.as("recruiter").body(body).post("/v1/applications/" + application + "/sessions");
    }

    private static ValidatableResponse problem(Response response, int status, String slug) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug));
    }

    private static Response manage(Scene.Invited invited, String what, String body) {
        return Scene.as("recruiter")
                .body(body)
                .post("/v1/applications/" + invited.application() + "/sessions/" + invited.session() + "/" + what);
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
    void the_working_time_is_stretched_once_the_candidate_begins() {
        Scene.Invited invited = Scene.invite(Scene.applicationFor(Scene.smallTest(2)), "{\"timeFactor\": 1.25}");
        JsonPath opened = invited.open().jsonPath();
        Duration working = Duration.between(
                Instant.parse(opened.getString("startedAt")), Instant.parse(opened.getString("expiresAt")));
        assertThat(working).isEqualTo(Duration.ofMinutes(75));
        assertThat(invited.open().jsonPath().getString("expiresAt")).isEqualTo(opened.getString("expiresAt"));
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

    @Test
    void an_extension_gives_the_candidate_more_time() {
        Scene.Invited invited = Scene.invite(Scene.applicationFor(Scene.smallTest(2)));
        invited.open();
        clock.moveAhead(Duration.ofMinutes(59));
        manage(invited, "extend", "{\"minutes\": 30}").then().statusCode(200);
        clock.moveAhead(Duration.ofMinutes(29));
        invited.answer("tone", "{\"selected\": [\"x\"]}").then().statusCode(204);
        problem(manage(invited, "extend", "{\"minutes\": 0}"), 422, "invalid-content")
                .body("errors.pointer", contains("/minutes"));
        clock.moveAhead(Duration.ofMinutes(2));
        problem(manage(invited, "extend", "{\"minutes\": 30}"), 409, "session-ended");
    }

    @Test
    void an_extension_repeated_with_its_key_is_given_once() {
        Scene.Invited invited = Scene.invite(Scene.applicationFor(Scene.smallTest(2)));
        String key = Ids.next().toString();
        String path = "/v1/applications/" + invited.application() + "/sessions/" + invited.session() + "/extend";
        String first = Scene.as("recruiter")
                .header("Idempotency-Key", key)
                .body("{\"minutes\": 10}")
                .post(path)
                .jsonPath()
                .getString("expiresAt");
        Scene.as("recruiter")
                .header("Idempotency-Key", key)
                .body("{\"minutes\": 10}")
                .post(path)
                .then()
                .body("expiresAt", equalTo(first));
        Scene.as("recruiter")
                .get("/v1/applications/" + invited.application() + "/sessions/" + invited.session())
                .then()
                .body("expiresAt", equalTo(first));
    }

    @Test
    void a_cancelled_session_is_over_and_never_scored() {
        Scene.Invited invited = Scene.invite(Scene.applicationFor(Scene.smallTest(2)));
        Scene.answerAll(invited);
        manage(invited, "cancel", "").then().statusCode(200).body("state", equalTo("CANCELLED"));
        problem(invited.answer("tone", "{\"selected\": [\"y\"]}"), 409, "session-ended");
        problem(invited.submit(), 409, "session-ended");
        problem(manage(invited, "cancel", ""), 409, "session-ended");
        Scene.as("recruiter")
                .get("/v1/applications/" + invited.application() + "/assessment")
                .then()
                .body("sections", hasSize(0));
        post(invited.application(), "{}").then().statusCode(201);
    }

    @Test
    void a_session_of_another_application_cannot_be_managed_through_this_one() {
        Scene.Invited invited = Scene.invite(Scene.applicationFor(Scene.smallTest(2)));
        UUID other = Scene.applicationFor(Scene.smallTest(2));
        for (String what : new String[] {"cancel", "replace-secret"}) {
            problem(
                    Scene.as("recruiter")
                            .post("/v1/applications/" + other + "/sessions/" + invited.session() + "/" + what),
                    404,
                    "not-found");
        }
        problem(
                Scene.as("recruiter").get("/v1/applications/" + other + "/sessions/" + invited.session()),
                404,
                "not-found");
        invited.open().then().statusCode(200);
    }

    @Test
    void sessions_are_listed_oldest_first_in_pages() {
        Scene.Invited first = Scene.submitted(Scene.smallTest(2));
        Scene.Invited second = Scene.invite(first.application(), "{\"retake\": true}");
        String path = "/v1/applications/" + first.application() + "/sessions";
        JsonPath page = Scene.as("integration")
                .get(path + "?limit=1")
                .then()
                .body("items.id", contains(first.session()))
                .body("items[0].state", equalTo("SUBMITTED"))
                .body("next", not(nullValue()))
                .extract()
                .jsonPath();
        Scene.as("integration")
                .get(path + "?cursor=" + page.getString("next"))
                .then()
                .body("items.id", contains(second.session()))
                .body("next", nullValue());
        problem(Scene.as("integration").get(path + "?cursor=YWI"), 422, "invalid-parameter");
    }
}
