package dev.plumbline.interview.rest;

import static dev.plumbline.interview.Stage.change;
import static dev.plumbline.interview.Stage.plan;
import static dev.plumbline.interview.Stage.rate;
import static dev.plumbline.interview.Stage.recruiter;
import static dev.plumbline.interview.Stage.submit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.plumbline.interview.Stage;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes that are refused, of which nothing is stored. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ChangeFaultsTest {
    private static final String PATH = "/v1/interviews/{id}";
    private static final List<String> ANA = List.of("ana");
    private static final List<String> BILLING = List.of("billing");

    private UUID application;

    @BeforeEach
    void setTheStage() {
        application = Stage.shared("change-faults", Stage::application);
    }

    @Test
    void a_cancelled_interview_does_not_change_and_takes_no_rating() {
        UUID interview = Stage.interview(application, ANA, BILLING);
        recruiter()
                .header("If-Match", "\"9\"")
                .post(PATH + "/cancel", interview)
                .then()
                .statusCode(412);
        recruiter()
                .header("If-Match", "\"1\"")
                .post(PATH + "/cancel", interview)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");

        recruiter()
                .post(PATH + "/cancel", interview)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/interview-cancelled"));
        change(interview, List.of("ana", "ben"), BILLING).statusCode(409);
        rate(interview, "ana", "billing", "{\"rating\":4}").statusCode(409);
        submit(interview, "ana").statusCode(409);
        recruiter().get(PATH, interview).then().statusCode(200).body("status", equalTo("CANCELLED"));
    }

    @Test
    void faults_of_a_change_are_named_and_nothing_is_stored() {
        UUID interview = Stage.interview(application, ANA, BILLING);
        change(interview, List.of("ana", "ana"), BILLING).statusCode(422).body("errors.pointer", contains("/panel/1"));
        change(interview, ANA, List.of("no-such")).statusCode(422).body("errors.pointer", contains("/questions/0"));
        recruiter()
                .header("If-Match", "*")
                .body("{")
                .put(PATH, interview)
                .then()
                .statusCode(400);
        recruiter().get(PATH, interview).then().header("ETag", "\"1\"").body("panel", contains("ana"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"interviewer", "assessor", "auditor", "integration", "operator"})
    void no_other_role_changes_or_cancels(String role) {
        UUID interview = Stage.interview(application, List.of(role), BILLING);
        Stage.as(role, role)
                .header("If-Match", "*")
                .body(plan(ANA, BILLING))
                .put(PATH, interview)
                .then()
                .statusCode(403);
        Stage.as(role, role).post(PATH + "/cancel", interview).then().statusCode(403);
        recruiter().get(PATH, interview).then().header("ETag", "\"1\"");
    }

    @Test
    void an_unknown_interview_cannot_be_changed() {
        change(Ids.next(), ANA, BILLING).statusCode(404);
        recruiter().post(PATH + "/cancel", Ids.next()).then().statusCode(404);
    }
}
