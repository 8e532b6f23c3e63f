package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class VerdictTest {
    @Inject
    AgroalDataSource dataSource;

    private final Verdicts verdicts = new Verdicts();
    private final UUID application = verdicts.application;

    @BeforeEach
    void publish_the_job() {
        Published.publishJob(verdicts.job, Rubrics.CLINIC);
    }

    @Test
    void a_verdict_stands_beside_the_recommendation() {
        int number = verdicts.strong();

        verdicts.give("HIRE", null, number)
                .then()
                .statusCode(200)
                .body("verdict", equalTo("HIRE"), "override", equalTo(false), "stale", equalTo(false));

        JsonNode verdict = Api.decision(application).path("verdict");
        assertThat(verdict.path("verdict").asText()).isEqualTo("HIRE");
        assertThat(verdict.path("by").asText()).isEqualTo("hiring-manager");
        assertThat(verdict.path("stale").asBoolean()).isFalse();
        try (TopicReader reader = TestKafka.reader(Published.DECISIONS)) {
            ReceivedEvent event = reader.awaitEvent(one -> verdicts.isOf(one, "verdict-recorded"));
            Contracts.checkEvent("decision-service", event);
            assertThat(event.data().path("decisionNumber").asInt()).isEqualTo(number);
        }
    }

    @Test
    void a_verdict_is_marked_stale_when_the_evidence_moves_and_never_silently_changed() {
        int number = verdicts.strong();
        verdicts.give("HIRE", null, number).then().statusCode(200);

        Published.send(Published.section(application, "soft", 2, 20));
        JsonNode decision = Api.awaitNumber(application, number + 1);

        assertThat(decision.path("verdict").path("verdict").asText()).isEqualTo("HIRE");
        assertThat(decision.path("verdict").path("stale").asBoolean()).isTrue();
        try (TopicReader reader = TestKafka.reader(Published.DECISIONS)) {
            ReceivedEvent event = reader.awaitEvent(one -> verdicts.isOf(one, "verdict-stale"));
            Contracts.checkEvent("decision-service", event);
            assertThat(event.data().path("decisionNumber").asInt()).isEqualTo(number);
            assertThat(event.data().path("currentNumber").asInt()).isEqualTo(number + 1);
            Published.send(Published.section(application, "soft", 3, 30));
            Api.awaitNumber(application, number + 2);
            verdicts.give("HOLD", null, number + 2).then().statusCode(200).body("stale", equalTo(false));
            reader.awaitEvent(one -> verdicts.isOf(one, "verdict-recorded")
                    && one.data().path("verdict").asText().equals("HOLD"));
            assertThat(reader.readToEnd().stream().filter(one -> verdicts.isOf(one, "verdict-stale")))
                    .hasSize(1);
        }
    }

    @Test
    void the_same_verdict_said_again_is_the_same_one() {
        int number = verdicts.strong();
        String first = verdicts.give("HIRE", null, number).then().extract().path("at");

        verdicts.give("HIRE", null, number).then().statusCode(200).body("at", equalTo(first));
    }

    @Test
    void the_same_number_on_other_evidence_is_another_verdict() throws SQLException {
        int number = verdicts.strong();
        String first = verdicts.give("HOLD", null, number).then().extract().path("at");
        // As a rebuild leaves it that has numbered the decisions anew.
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update verdict set content_digest = sha256('other') where application_id = ?")) {
            update.setObject(1, application);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }

        String second = verdicts.give("HOLD", null, number).then().extract().path("at");
        assertThat(second).isNotEqualTo(first);
        verdicts.give("HOLD", null, number).then().statusCode(200).body("at", equalTo(second));
    }

    @Test
    void erasing_a_candidate_takes_the_reasons_and_keeps_the_verdict() {
        int number = verdicts.pending();
        verdicts.give("HIRE", Verdicts.REASON, number).then().statusCode(200).body("reason", equalTo(Verdicts.REASON));

        Published.send(Published.erased(application, 1));
        Api.awaitDecision(
                application, decision -> decision.path("verdict").path("reason").isNull());

        assertThat(Api.decision(application).path("verdict").path("verdict").asText())
                .isEqualTo("HIRE");
        verdicts.give("HIRE", Verdicts.REASON + " Again.", number)
                .then()
                .statusCode(200)
                .body("reason", equalTo(null));
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
                .put(Verdicts.PATH, application)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems(pointer));
    }

    @Test
    void only_a_hiring_manager_gives_a_verdict() {
        for (String role : List.of("recruiter", "interviewer", "assessor", "auditor", "integration")) {
            Api.as(role)
                    .body("{\"verdict\": \"HIRE\", \"decisionNumber\": 1}")
                    .put(Verdicts.PATH, application)
                    .then()
                    .statusCode(403);
        }
    }
}
