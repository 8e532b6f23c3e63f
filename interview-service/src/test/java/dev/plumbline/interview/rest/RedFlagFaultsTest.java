package dev.plumbline.interview.rest;

import static dev.plumbline.interview.Stage.as;
import static dev.plumbline.interview.Stage.assessor;
import static dev.plumbline.interview.Stage.hiringManager;
import static dev.plumbline.interview.Stage.interviewer;
import static dev.plumbline.interview.Stage.redFlag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flags and rulings that are refused, of which nothing is stored. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class RedFlagFaultsTest {
    private static final String PATH = "/v1/applications/{id}/red-flags";
    private static final String REASON = "{\"reason\":\"heard it too\"}";

    private UUID application;

    @BeforeEach
    void setTheStage() {
        application = Stage.shared("red-flag-faults", RedFlagFaultsTest::applicationWithAPanel);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | /category",
                "{\"category\":\"LATE\"} | /category",
                "{\"category\":\"other\"} | /category",
                "{\"category\":4,\"note\":{},\"state\":\"CONFIRMED\"} | /category /note /state"
            })
    void every_fault_is_named(String body, String pointers) {
        int before = flags();
        interviewer("ana")
                .body(body)
                .post(PATH, application)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder((Object[]) pointers.split(" ")));
        assertThat(flags()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":\"\"}", "{\"reason\":\" \"}", "{\"reason\":null}", "{\"reason\":5}"})
    void a_ruling_has_a_reason(String body) {
        UUID flag = redFlag(application, assessor(), "n");
        for (String ruling : List.of("confirm", "dismiss", "reopen")) {
            hiringManager()
                    .body(body)
                    .post("/v1/red-flags/{id}/" + ruling, flag)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/reason"));
        }
        hiringManager()
                .get("/v1/red-flags/{id}", flag)
                .then()
                .body("state", equalTo("RAISED"))
                .body("rulings", hasSize(0));
    }

    @Test
    void an_unknown_flag_or_application_is_said_to_be_so() {
        hiringManager()
                .body(REASON)
                .post("/v1/red-flags/{id}/confirm", Ids.next())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
        hiringManager().get("/v1/red-flags/{id}", Ids.next()).then().statusCode(404);
        assessor()
                .body("{\"category\":\"OTHER\"}")
                .post(PATH, Ids.next())
                .then()
                .statusCode(409)
                .header("Retry-After", "1");
        hiringManager().get(PATH, Ids.next()).then().statusCode(409);
    }

    @Test
    void an_interviewer_of_no_panel_raises_none() {
        int before = flags();
        interviewer("eve")
                .body("{\"category\":\"OTHER\"}")
                .post(PATH, application)
                .then()
                .statusCode(404);
        assertThat(flags()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recruiter", "auditor", "integration", "operator"})
    void no_other_role_raises_one(String role) {
        as(role, role)
                .body("{\"category\":\"OTHER\"}")
                .post(PATH, application)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recruiter", "interviewer", "assessor", "auditor", "integration", "operator"})
    void no_other_role_rules(String role) {
        UUID flag = redFlag(application, interviewer("ana"), "n");
        for (String ruling : List.of("confirm", "dismiss", "reopen")) {
            as(role, role)
                    .body(REASON)
                    .post("/v1/red-flags/{id}/" + ruling, flag)
                    .then()
                    .statusCode(403);
        }
    }

    private int flags() {
        return Stage.recruiter()
                .queryParam("limit", 500)
                .get(PATH, application)
                .<List<Object>>path("items")
                .size();
    }

    private static UUID applicationWithAPanel() {
        UUID made = Stage.application();
        Stage.interview(made, List.of("ana"), List.of("billing"));
        return made;
    }
}
