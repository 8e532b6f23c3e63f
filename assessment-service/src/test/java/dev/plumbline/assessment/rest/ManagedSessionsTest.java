package dev.plumbline.assessment.rest;

import static dev.plumbline.assessment.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.assessment.MovableClock;
import dev.plumbline.assessment.Scene;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ManagedSessionsTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_the_present() {
        clock.reset();
    }

    private static Response post(UUID application, String body) {
        return Scene.as("recruiter").body(body).post("/v1/applications/" + application + "/sessions");
    }

    private static Response manage(Scene.Invited invited, String what, String body) {
        return Scene.as("recruiter")
                .body(body)
                .post("/v1/applications/" + invited.application() + "/sessions/" + invited.session() + "/" + what);
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
    void an_application_not_heard_of_is_to_be_tried_again_whatever_is_done_to_its_sessions() {
        Scene.Invited unknown = new Scene.Invited(Ids.next(), Ids.next().toString(), "");
        for (Response refused : List.of(
                manage(unknown, "extend", "{\"minutes\": 10}"),
                manage(unknown, "cancel", ""),
                manage(unknown, "replace-secret", ""))) {
            problem(refused, 409, "application-not-yet-known").header("Retry-After", notNullValue());
        }
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
