package dev.plumbline.assessment.rest;

import static dev.plumbline.assessment.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.assessment.Scene;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class SectionResultsTest {

    private static final String COUNTED = ", \"questions\": {\"right\": 3, \"total\": 4}";

    private static Response put(UUID application, String section, String body) {
        return Scene.as("integration").body(body).put("/v1/applications/" + application + "/sections/" + section);
    }

    private static Response delete(UUID application, String section) {
        return Scene.as("integration").delete("/v1/applications/" + application + "/sections/" + section);
    }

    @Test
    void a_result_from_elsewhere_is_published_as_it_came() {
        UUID application = Scene.applicationFor("medical-office-manager");
        put(application, "typing", "{\"earned\": 8.1250, \"possible\": 10, \"pending\": 1" + COUNTED + "}")
                .then()
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("source", equalTo("EXTERNAL"))
                .body("held", equalTo(false));
        ReceivedEvent event = Scene.scored(application, all -> !all.isEmpty()).getFirst();
        Contracts.checkEvent(Scene.SERVICE, event);
        assertThat(event.text())
                .isEqualTo("{\"applicationId\":\"" + application
                        + "\",\"section\":\"typing\",\"revision\":1,\"earned\":8.125,\"possible\":10,\"pending\":1,"
                        + "\"questions\":{\"right\":3,\"total\":4,\"pending\":0}}");
    }

    @Test
    void the_last_result_counts_and_the_same_again_is_no_news() {
        UUID application = Ids.next();
        put(application, "typing", "{\"earned\": 5, \"possible\": 10}").then().body("revision", equalTo(1));
        put(application, "typing", "{\"earned\": 5.0, \"possible\": 10, \"pending\": 0}")
                .then()
                .body("revision", equalTo(1));
        put(application, "typing", "{\"earned\": 6, \"possible\": 10}").then().body("revision", equalTo(2));
        put(application, "spelling", "{\"earned\": 6, \"possible\": 10}").then().body("revision", equalTo(1));
        assertThat(Scene.scored(application, all -> all.size() >= 3)).hasSize(3);
    }

    @Test
    void a_result_of_an_application_not_heard_of_is_held_and_published() {
        UUID application = Ids.next();
        put(application, "facts", "{\"earned\": 5, \"possible\": 10}")
                .then()
                .statusCode(202)
                .body("held", equalTo(true));
        assertThat(Scene.lastOf(application, "facts", 1).path("earned").intValue())
                .isEqualTo(5);
        problem(
                Scene.as("recruiter").get("/v1/applications/" + application + "/assessment"),
                409,
                "application-not-yet-known");

        UUID job = Ids.next();
        Scene.publishApplication(application, "submitted", Scene.lifecycle(application, 1, "SUBMITTED", job, 1));
        Scene.awaitConsumed();
        Scene.as("recruiter")
                .get("/v1/applications/" + application + "/assessment")
                .then()
                .statusCode(200)
                .body("sections", hasSize(1))
                .body("sections[0].source", equalTo("EXTERNAL"))
                .body("sections[0].percent", equalTo("50.00"));
    }

    @Test
    void questions_are_required_where_a_gate_counts_them() {
        UUID application = Scene.applicationFor("medical-office-manager");
        problem(put(application, "facts", "{\"earned\": 5, \"possible\": 10}"), 422, "invalid-content")
                .body("errors.pointer", containsInAnyOrder("/questions"));
        put(application, "facts", "{\"earned\": 5, \"possible\": 10" + COUNTED + "}")
                .then()
                .statusCode(200);
        put(application, "other", "{\"earned\": 5, \"possible\": 10}").then().statusCode(200);
    }

    @Test
    void the_largest_counts_there_are_are_taken() {
        UUID application = Ids.next();
        put(application, "typing", """
                {"earned": 1, "possible": 999999999.9999,
                 "questions": {"right": 999999998, "total": 999999999, "pending": 1}}""").then().statusCode(202);
        Contracts.checkEvent(
                Scene.SERVICE, Scene.scored(application, all -> !all.isEmpty()).getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%0Ab", "a%C2%85b", "%20", "%00", "%7F"})
    void a_section_that_no_fact_may_name_is_refused(String section) {
        UUID application = Ids.next();
        Scene.as("integration")
                .urlEncodingEnabled(false)
                .body("{\"earned\": 1, \"possible\": 10}")
                .put("/v1/applications/" + application + "/sections/" + section)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/section"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; /earned,/possible",
                "{\"earned\": -1, \"possible\": 10}; /earned",
                "{\"earned\": 1, \"possible\": 0}; /possible",
                "{\"earned\": 1, \"possible\": -0.5}; /possible",
                "{\"earned\": 9, \"possible\": 10, \"pending\": 1.0001}; /earned",
                "{\"earned\": 1, \"possible\": 10, \"pending\": -1}; /pending",
                "{\"earned\": 0.00001, \"possible\": 10}; /earned",
                "{\"earned\": 1, \"possible\": 1000000000}; /possible",
                "{\"earned\": 1e400, \"possible\": 10}; /earned",
                "{\"earned\": \"1\", \"possible\": 10}; /earned",
                "{\"earned\": null, \"possible\": 10}; /earned",
                "{\"earned\": 1, \"possible\": 10, \"score\": 5}; /score",
                "{\"earned\": 1, \"possible\": 10, \"questions\": {\"right\": 5, \"total\": 4}}; /questions",
                "{\"earned\": 1, \"possible\": 10, \"questions\": {\"right\": 3, \"total\": 4, \"pending\": 2}}; /questions",
                "{\"earned\": 1, \"possible\": 10, \"questions\": {\"right\": 0, \"total\": 0}}; /questions/total",
                "{\"earned\": 1, \"possible\": 10, \"questions\": {\"right\": 1.5, \"total\": 2}}; /questions/right",
                "{\"earned\": 1, \"possible\": 10, \"questions\": {\"right\": 1}}; /questions/total",
                "{\"earned\": 11, \"possible\": 10, \"questions\": {\"right\": 5, \"total\": 4}}; /earned,/questions",
                "{\"earned\": -1, \"possible\": 10, \"questions\": {\"right\": 5, \"total\": 3}}; /earned,/questions",
                "{\"earned\": 11, \"possible\": 10, \"questions\": {\"right\": -1, \"total\": 3}}; /earned,/questions/right",
                "{\"earned\": 11, \"possible\": 10, \"score\": 1, \"questions\": {\"right\": 5, \"total\": 3, \"x\": 1}}; /earned,/score,/questions,/questions/x",
                "{\"earned\": 1, \"possible\": 10, \"questions\": {\"right\": 1, \"total\": 1000000000}}; /questions/total",
                "{\"earned\": 1, \"possible\": 10, \"questions\": {\"right\": 1000000000, \"total\": 999999999, \"pending\": 2147483647}}; /questions/right,/questions/pending",
                "{\"earned\": 11, \"possible\": -10}; /possible",
                "{\"earned\": 1000000000, \"possible\": 10}; /earned",
                "{\"earned\": 11, \"possible\": 10, \"pending\": \"1\"}; /pending",
                "{\"earned\": 1, \"possible\": 10, \"questions\": {\"right\": 5, \"total\": 0}}; /questions/total"
            })
    void a_result_with_faults_names_them_all_and_is_not_stored(String body, String pointers) {
        UUID application = Ids.next();
        problem(put(application, "typing", body), 422, "invalid-content")
                .body("errors.pointer", containsInAnyOrder(pointers.split(",", -1)));
        put(application, "typing", "{\"earned\": 1, \"possible\": 10}").then().body("revision", equalTo(1));
    }

    @Test
    void malformed_json_wrong_roles_and_odd_sections_are_refused() {
        UUID application = Ids.next();
        problem(put(application, "typing", "{\"earned\": 1,"), 400, "malformed-json");
        problem(put(application, "typing", ""), 400, "malformed-json");
        problem(put(application, "x".repeat(201), "{\"earned\": 1, \"possible\": 10}"), 422, "invalid-parameter");
        problem(
                Scene.as("integration")
                        .urlEncodingEnabled(false)
                        .body("{\"earned\": 1, \"possible\": 10}")
                        .put("/v1/applications/" + application + "/sections/a%00b"),
                422,
                "invalid-parameter");
        problem(
                Scene.as("recruiter")
                        .body("{\"earned\": 1, \"possible\": 10}")
                        .put("/v1/applications/" + application + "/sections/typing"),
                403,
                "forbidden");
    }

    @Test
    void nothing_is_taken_back_of_an_application_not_heard_of() {
        UUID application = Ids.next();
        problem(delete(application, "typing"), 409, "application-not-yet-known").header("Retry-After", equalTo("1"));
        put(application, "typing", "{\"earned\": 5, \"possible\": 10}").then().statusCode(202);
        problem(delete(application, "spelling"), 409, "application-not-yet-known");
        UUID known = Scene.applicationFor("medical-office-manager");
        delete(known, "typing").then().statusCode(204);
    }

    @Test
    void a_result_taken_back_leaves_a_tombstone_and_can_come_again() {
        UUID application = Ids.next();
        put(application, "typing", "{\"earned\": 5, \"possible\": 10}").then().statusCode(202);
        delete(application, "typing").then().statusCode(204);
        delete(application, "typing").then().statusCode(204);
        ReceivedEvent tombstone =
                Scene.scored(application, all -> all.size() >= 2).getLast();
        Contracts.checkEvent(Scene.SERVICE, tombstone);
        assertThat(tombstone.data().path("retracted").booleanValue()).isTrue();
        assertThat(tombstone.data().path("revision").intValue()).isEqualTo(2);
        put(application, "typing", "{\"earned\": 5, \"possible\": 10}").then().body("revision", equalTo(3));
        assertThat(Scene.lastOf(application, "typing", 3).has("retracted")).isFalse();
    }

    @Test
    void what_a_session_scored_gives_way_to_a_later_result_and_comes_back_when_that_is_taken_back() {
        Scene.Invited invited = Scene.submitted(Scene.smallTest(2));
        UUID application = invited.application();
        String essay = Scene.writtenAnswerOf(application, "ana");
        put(application, "writing", "{\"earned\": 3, \"possible\": 4}").then().body("revision", equalTo(2));
        problem(Scene.rate(essay, "ana", 5, 5), 409, "answer-superseded");
        Scene.as("recruiter")
                .get("/v1/applications/" + application + "/assessment")
                .then()
                .body("sections.find { it.section == 'writing' }.source", equalTo("EXTERNAL"))
                .body("sections.find { it.section == 'writing' }.items", hasSize(0))
                .body("sections.find { it.section == 'facts' }.source", equalTo("SESSION"));

        delete(application, "writing").then().statusCode(204);
        JsonNode again = Scene.lastOf(application, "writing", 3);
        assertThat(again.path("possible").decimalValue()).isEqualByComparingTo("15");
        assertThat(again.has("retracted")).isFalse();
        Scene.rate(essay, "ana", 5, 5).then().statusCode(200);
        delete(application, "facts").then().statusCode(204);
        List<ReceivedEvent> all = Scene.scored(application, events -> events.size() >= 4);
        assertThat(all).hasSize(4).noneMatch(event -> event.data().has("retracted"));
    }
}
