package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class VerdictTest {
    private static final String VERDICT = "/v1/applications/{id}/verdict";
    private static final String REASON = "Two references spoke for her.";

    @Inject
    AgroalDataSource dataSource;

    private final UUID job = Ids.next();
    private final UUID application = Ids.next();

    @BeforeEach
    void publish_the_job() {
        Published.publishJob(job, Rubrics.CLINIC);
    }

    @Test
    void a_verdict_stands_beside_the_recommendation() {
        int number = strong();

        give("HIRE", null, number)
                .then()
                .statusCode(200)
                .body("verdict", equalTo("HIRE"), "override", equalTo(false), "stale", equalTo(false));

        JsonNode verdict = Api.decision(application).path("verdict");
        assertThat(verdict.path("verdict").asText()).isEqualTo("HIRE");
        assertThat(verdict.path("by").asText()).isEqualTo("hiring-manager");
        assertThat(verdict.path("stale").asBoolean()).isFalse();
        try (TopicReader reader = TestKafka.reader(Published.DECISIONS)) {
            ReceivedEvent event = reader.awaitEvent(one -> isOf(one, "verdict-recorded"));
            Contracts.checkEvent("decision-service", event);
            assertThat(event.data().path("decisionNumber").asInt()).isEqualTo(number);
        }
    }

    @Test
    void an_override_needs_a_reason_of_20_characters() {
        int number = pending();

        for (String reason : List.of(
                "",
                "Nineteen characters",
                "   short but padded       ",
                "\u00a0".repeat(40),
                "\u200b".repeat(30),
                "\u3000short\u2060\ufeff" + "\u00a0\u200b".repeat(20),
                "x" + "\u200b".repeat(40) + "y",
                "a   b   c   d   e   f   g",
                // Nineteen of them, though twice as many UTF-16 units.
                "\ud83d\ude00".repeat(19))) {
            give("HIRE", reason, number).then().statusCode(422).body("errors.pointer", hasItems("/reason"));
        }
        give("HIRE", null, number).then().statusCode(422);
        assertThat(Api.decision(application).path("verdict").isNull()).isTrue();

        give("HIRE", "\u00a0Exactly twenty chars\u200b", number)
                .then()
                .statusCode(200)
                .body("override", equalTo(true), "reason", equalTo("Exactly twenty chars"));
        give("HOLD", null, number).then().statusCode(200).body("override", equalTo(false));
    }

    @Test
    void who_rejects_must_have_seen_the_explanation_of_that_very_decision() {
        int number = pending();
        give("REJECT", null, number).then().statusCode(409).body("type", equalTo("/problems/explanation-not-seen"));
        // Another person, and the auditor whom nothing is recorded of, do not count.
        read("second-manager", "hiring-manager");
        read("hiring-manager", "auditor");
        give("REJECT", null, number).then().statusCode(409);
        // A HEAD request shows nothing.
        Api.as("hiring-manager")
                .head("/v1/applications/{id}/decision", application)
                .then()
                .statusCode(200);
        give("REJECT", null, number).then().statusCode(409);

        read("hiring-manager", "hiring-manager");
        give("REJECT", null, number).then().statusCode(200).body("override", equalTo(false));

        Published.send(Published.section(application, "hard", 2, 95));
        Api.awaitNumber(application, number + 1);
        give("REJECT", null, number + 1).then().statusCode(409).body("type", equalTo("/problems/explanation-not-seen"));
    }

    @Test
    void a_rejection_against_advance_is_an_override() {
        int number = strong();
        read("hiring-manager", "hiring-manager");

        give("REJECT", "too short", number).then().statusCode(422);
        give("REJECT", REASON, number).then().statusCode(200).body("override", equalTo(true));
    }

    @Test
    void a_verdict_on_a_decision_that_has_moved_on_is_refused() {
        int number = strong();
        Published.send(Published.section(application, "hard", 2, 95));
        Api.awaitNumber(application, number + 1);

        give("HIRE", null, number).then().statusCode(409).body("type", equalTo("/problems/decision-moved-on"));
        give("HIRE", null, number + 5).then().statusCode(409);
        assertThat(Api.decision(application).path("verdict").isNull()).isTrue();
    }

    @Test
    void nobody_is_hired_while_a_flag_is_raised() {
        strong();
        Published.send(Published.flag(application, "rf", 1, "RAISED"));
        int number =
                Api.awaitRecommendation(application, "DISCUSS").path("number").asInt();

        give("HIRE", REASON, number).then().statusCode(409).body("type", equalTo("/problems/red-flag-open"));
        give("HOLD", null, number).then().statusCode(200);

        Published.send(Published.flag(application, "rf", 2, "DISMISSED"));
        Api.awaitRecommendation(application, "ADVANCE");
        give("HIRE", null, number + 1).then().statusCode(200);
    }

    @Test
    void a_withdrawn_application_takes_no_verdict_until_it_is_reinstated() {
        strong();
        Published.send(Published.lifecycle("withdrawn", application, 2, "WITHDRAWN", job, 1));
        int number = Api.awaitDecision(
                        application, decision -> decision.path("withdrawn").asBoolean())
                .path("number")
                .asInt();

        give("HIRE", null, number).then().statusCode(409).body("type", equalTo("/problems/application-withdrawn"));

        Published.send(Published.lifecycle("reinstated", application, 3, "SUBMITTED", job, 1));
        Api.awaitNumber(application, number + 1);
        give("HIRE", null, number + 1).then().statusCode(200);
    }

    @Test
    void a_verdict_is_marked_stale_when_the_evidence_moves_and_never_silently_changed() {
        int number = strong();
        give("HIRE", null, number).then().statusCode(200);

        Published.send(Published.section(application, "soft", 2, 20));
        JsonNode decision = Api.awaitNumber(application, number + 1);

        assertThat(decision.path("verdict").path("verdict").asText()).isEqualTo("HIRE");
        assertThat(decision.path("verdict").path("stale").asBoolean()).isTrue();
        try (TopicReader reader = TestKafka.reader(Published.DECISIONS)) {
            ReceivedEvent event = reader.awaitEvent(one -> isOf(one, "verdict-stale"));
            Contracts.checkEvent("decision-service", event);
            assertThat(event.data().path("decisionNumber").asInt()).isEqualTo(number);
            assertThat(event.data().path("currentNumber").asInt()).isEqualTo(number + 1);
            Published.send(Published.section(application, "soft", 3, 30));
            Api.awaitNumber(application, number + 2);
            give("HOLD", null, number + 2).then().statusCode(200).body("stale", equalTo(false));
            reader.awaitEvent(one -> isOf(one, "verdict-recorded")
                    && one.data().path("verdict").asText().equals("HOLD"));
            assertThat(reader.readToEnd().stream().filter(one -> isOf(one, "verdict-stale")))
                    .hasSize(1);
        }
    }

    @Test
    void the_same_verdict_said_again_is_the_same_one() {
        int number = strong();
        String first = give("HIRE", null, number).then().extract().path("at");

        give("HIRE", null, number).then().statusCode(200).body("at", equalTo(first));
    }

    @Test
    void the_same_number_on_other_evidence_is_another_verdict() throws SQLException {
        int number = strong();
        String first = give("HOLD", null, number).then().extract().path("at");
        // As a rebuild leaves it that has numbered the decisions anew.
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update verdict set content_digest = sha256('other') where application_id = ?")) {
            update.setObject(1, application);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }

        String second = give("HOLD", null, number).then().extract().path("at");
        assertThat(second).isNotEqualTo(first);
        give("HOLD", null, number).then().statusCode(200).body("at", equalTo(second));
    }

    @Test
    void erasing_a_candidate_takes_the_reasons_and_keeps_the_verdict() {
        int number = pending();
        give("HIRE", REASON, number).then().statusCode(200).body("reason", equalTo(REASON));

        Published.send(Published.erased(application, 1));
        Api.awaitDecision(
                application, decision -> decision.path("verdict").path("reason").isNull());

        assertThat(Api.decision(application).path("verdict").path("verdict").asText())
                .isEqualTo("HIRE");
        give("HIRE", REASON + " Again.", number).then().statusCode(200).body("reason", equalTo(null));
    }

    @Test
    void no_verdict_before_the_first_decision() {
        give("HIRE", null, 1).then().statusCode(409).body("type", equalTo("/problems/application-not-yet-known"));
        Published.send(Published.submitted(application, job, 9));
        TestKafka.awaitNoLag("decision-service-facts", Published.APPLICATIONS);
        give("HIRE", null, 1).then().statusCode(409).body("type", equalTo("/problems/no-decision-yet"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                {"verdict": "MAYBE", "decisionNumber": 1}                    | /verdict
                {"verdict": "HIRE", "decisionNumber": 0}                     | /decisionNumber
                {"verdict": "HIRE", "decisionNumber": 1.5}                   | /decisionNumber
                {"verdict": "HIRE"}                                          | /decisionNumber
                {"decisionNumber": 1}                                        | /verdict
                {"verdict": "HIRE", "decisionNumber": 1, "override": true}   | /override
                """)
    void refuses_what_is_no_verdict(String body, String pointer) {
        Api.as("hiring-manager")
                .body(body)
                .put(VERDICT, application)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems(pointer));
    }

    @Test
    void only_a_hiring_manager_gives_a_verdict() {
        for (String role : List.of("recruiter", "interviewer", "assessor", "auditor", "integration")) {
            Api.as(role)
                    .body("{\"verdict\": \"HIRE\", \"decisionNumber\": 1}")
                    .put(VERDICT, application)
                    .then()
                    .statusCode(403);
        }
    }

    private int strong() {
        Published.send(Published.submitted(application, job, 1));
        Published.send(Published.strong(application));
        return Api.awaitRecommendation(application, "ADVANCE").path("number").asInt();
    }

    private int pending() {
        Published.send(Published.submitted(application, job, 1));
        return Api.awaitNumber(application, 1).path("number").asInt();
    }

    private void read(String sub, String role) {
        Api.asPerson(sub, role)
                .get("/v1/applications/{id}/decision", application)
                .then()
                .statusCode(200);
    }

    private Response give(String verdict, @Nullable String reason, int number) {
        String text = reason == null ? "" : "\"reason\": \"" + reason + "\", ";
        return Api.as("hiring-manager")
                .body("{\"verdict\": \"" + verdict + "\", " + text + "\"decisionNumber\": " + number + "}")
                .put(VERDICT, application);
    }

    private boolean isOf(ReceivedEvent event, String type) {
        return event.key().equals(application.toString()) && event.type().contains(type);
    }
}
