package dev.plumbline.interview.rest;

import static dev.plumbline.interview.Stage.plan;
import static dev.plumbline.interview.Stage.recruiter;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.plumbline.interview.Stage;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that are refused, of which nothing is stored. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ScheduleFaultsTest {
    private static final String PATH = "/v1/applications/{id}/interviews";
    private static final String PLAN = plan(List.of("ana", "ben"), List.of("billing", "motivation"));

    private UUID application;

    @BeforeEach
    void setTheStage() {
        application = Stage.shared("schedule-faults", Stage::application);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"panel\":[\"ana\",\"ben\"] | \"panel\":[] | /panel",
                "\"panel\":[\"ana\",\"ben\"] | \"panel\":[\"ana\",\"ben\",\"ana\",\"ana\"] | /panel/2 /panel/3",
                "\"panel\":[\"ana\",\"ben\"] | \"panel\":[\"a b\",\"\",\"ok\",\"\\u00e9\"] | /panel/0 /panel/1 /panel/3",
                "\"panel\":[\"ana\",\"ben\"] | \"panel\":[\"ana\",7] | /panel/1",
                "\"panel\":[\"ana\",\"ben\"] | \"panel\":[\"ana\",null] | /panel/1",
                "\"panel\":[\"ana\",\"ben\"] | \"panel\":\"ana\" | /panel",
                "\"panel\":[\"ana\",\"ben\"] | \"panel\":null | /panel",
                "\"panel\":[\"ana\",\"ben\"], | | /panel",
                "\"billing\",\"motivation\" | \"billing\",\"billing\" | /questions/1",
                "\"billing\",\"motivation\" | | /questions",
                "\"billing\",\"motivation\" | \"no-such\",\"billing\",\"hard\" | /questions/0 /questions/2",
                "\"billing\",\"motivation\" | \"bill\\u0000ing\" | /questions/0",
                "2027-03-15T14:30:00Z | 2027-03-15 | /startsAt",
                "2027-03-15T14:30:00Z | 2027-03-15T14:30:00 | /startsAt",
                "2027-03-15T14:30:00Z | 1999-12-31T23:59:59Z | /startsAt",
                "2027-03-15T14:30:00Z | 2200-01-01T00:00:00Z | /startsAt",
                "2027-03-15T14:30:00Z | +999999999-01-01T00:00:00Z | /startsAt",
                "PT45M | PT0S | /duration",
                "PT45M | PT-45M | /duration",
                "PT45M | PT59.999S | /duration",
                "PT45M | PT60.5S | /duration",
                "PT45M | P2D | /duration",
                "PT45M | 45 minutes | /duration",
                "America/New_York | America/Gotham | /zone",
                "America/New_York | +02:00 | /zone",
                "America/New_York | GMT+2 | /zone",
                "\"panel\": | \"candidateName\":\"x\",\"panel\": | /candidateName",
                "\"panel\": | \"Panel\": | /Panel /panel"
            })
    void every_fault_of_a_plan_is_named(String valid, String wrong, String pointers) {
        recruiter()
                .body(PLAN.replace(valid, wrong == null ? "" : wrong))
                .post(PATH, application)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-content"))
                .body("errors.pointer", containsInAnyOrder((Object[]) pointers.split(" ")));
        recruiter().get(PATH, application).then().body("items", hasSize(0));
    }

    @Test
    void all_faults_come_at_once() {
        recruiter()
                .body("{\"panel\":[\"a\",\"a\"],\"questions\":[],\"startsAt\":\"soon\",\"duration\":7,\"more\":1}")
                .post(PATH, application)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/panel/1", "/questions", "/startsAt", "/duration", "/zone", "/more"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]x", "{\"panel\":[],\"panel\":[]}", "null x"})
    void what_is_no_json_is_malformed(String body) {
        recruiter().body(body).post(PATH, application).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interviewer", "assessor", "auditor", "integration", "operator"})
    void no_other_role_sets_one_up(String role) {
        Stage.as(role, role).body(PLAN).post(PATH, application).then().statusCode(403);
        recruiter().get(PATH, application).then().body("items", hasSize(0));
    }

    @Test
    void another_media_type_is_refused() {
        recruiter()
                .contentType(ContentType.TEXT)
                .body(PLAN)
                .post(PATH, application)
                .then()
                .statusCode(415);
    }

    @Test
    void an_id_that_is_none_leads_nowhere() {
        recruiter().body(PLAN).post(PATH, "not-an-id").then().statusCode(404);
        recruiter().get("/v1/interviews/not-an-id").then().statusCode(404);
        recruiter()
                .get("/v1/interviews/{id}", Ids.next())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
    }
}
