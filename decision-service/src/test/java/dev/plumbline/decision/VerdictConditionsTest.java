package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.TestKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a verdict needs before it is taken. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class VerdictConditionsTest {
    private final Verdicts verdicts = new Verdicts();
    private final UUID application = verdicts.application;

    @BeforeEach
    void publish_the_job() {
        Published.publishJob(verdicts.job, Rubrics.CLINIC);
    }

    @Test
    void an_override_needs_a_reason_of_20_characters() {
        int number = verdicts.pending();

        for (String reason : List.of(
                "",
                "Nineteen characters",
                "   short but padded       ",
                "\u00a0".repeat(40),
                "\u200b".repeat(30),
                "\u3000short\u2060\ufeff" + "\u00a0\u200b".repeat(20),
                "x" + "\u200b".repeat(40) + "y",
                "a   b   c   d   e   f   g",
                "\u3164".repeat(30),
                "\u115f\u1160\uffa0".repeat(10),
                "\u2800".repeat(30),
                "x" + "\u034f".repeat(30) + "y",
                "x" + "\ufe0f\u180b".repeat(15) + "y",
                "x" + "\udb40\udd00".repeat(30) + "y",
                // Nineteen of them, though twice as many UTF-16 units.
                "\ud83d\ude00".repeat(19))) {
            verdicts.give("HIRE", reason, number).then().statusCode(422).body("errors.pointer", hasItems("/reason"));
        }
        verdicts.give("HIRE", null, number).then().statusCode(422);
        assertThat(Api.decision(application).path("verdict").isNull()).isTrue();

        verdicts.give("HIRE", "\u00a0Exactly twenty chars\u200b", number)
                .then()
                .statusCode(200)
                .body("override", equalTo(true), "reason", equalTo("Exactly twenty chars"));
        verdicts.give("HOLD", null, number).then().statusCode(200).body("override", equalTo(false));
    }

    @Test
    void who_rejects_must_have_seen_the_explanation_of_that_very_decision() {
        int number = verdicts.pending();
        verdicts.give("REJECT", null, number)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/explanation-not-seen"));
        // Another person, and the auditor whom nothing is recorded of, do not count.
        verdicts.read("second-manager", "hiring-manager");
        verdicts.read("hiring-manager", "auditor");
        verdicts.give("REJECT", null, number).then().statusCode(409);
        // A HEAD request shows nothing.
        Api.as("hiring-manager")
                .head("/v1/applications/{id}/decision", application)
                .then()
                .statusCode(200);
        verdicts.give("REJECT", null, number).then().statusCode(409);

        verdicts.read("hiring-manager", "hiring-manager");
        verdicts.give("REJECT", null, number).then().statusCode(200).body("override", equalTo(false));

        Published.send(Published.section(application, "hard", 2, 95));
        Api.awaitNumber(application, number + 1);
        verdicts.give("REJECT", null, number + 1)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/explanation-not-seen"));
    }

    @Test
    void a_rejection_against_advance_is_an_override() {
        int number = verdicts.strong();
        verdicts.read("hiring-manager", "hiring-manager");

        verdicts.give("REJECT", "too short", number).then().statusCode(422);
        verdicts.give("REJECT", Verdicts.REASON, number).then().statusCode(200).body("override", equalTo(true));
    }

    @Test
    void a_verdict_on_a_decision_that_has_moved_on_is_refused() {
        int number = verdicts.strong();
        Published.send(Published.section(application, "hard", 2, 95));
        Api.awaitNumber(application, number + 1);

        verdicts.give("HIRE", null, number).then().statusCode(409).body("type", equalTo("/problems/decision-moved-on"));
        verdicts.give("HIRE", null, number + 5).then().statusCode(409);
        assertThat(Api.decision(application).path("verdict").isNull()).isTrue();
    }

    @Test
    void nobody_is_hired_while_a_flag_is_raised() {
        verdicts.strong();
        Published.send(Published.flag(application, "rf", 1, "RAISED"));
        int number =
                Api.awaitRecommendation(application, "DISCUSS").path("number").asInt();

        verdicts.give("HIRE", Verdicts.REASON, number)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/red-flag-open"));
        verdicts.give("HOLD", null, number).then().statusCode(200);

        Published.send(Published.flag(application, "rf", 2, "DISMISSED"));
        Api.awaitRecommendation(application, "ADVANCE");
        verdicts.give("HIRE", null, number + 1).then().statusCode(200);
    }

    @Test
    void a_withdrawn_application_takes_no_verdict_until_it_is_reinstated() {
        verdicts.strong();
        Published.send(Published.lifecycle("withdrawn", application, 2, "WITHDRAWN", verdicts.job, 1));
        int number = Api.awaitDecision(
                        application, decision -> decision.path("withdrawn").asBoolean())
                .path("number")
                .asInt();

        verdicts.give("HIRE", null, number)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/application-withdrawn"));

        Published.send(Published.lifecycle("reinstated", application, 3, "SUBMITTED", verdicts.job, 1));
        Api.awaitNumber(application, number + 1);
        verdicts.give("HIRE", null, number + 1).then().statusCode(200);
    }

    @Test
    void no_verdict_before_the_first_decision() {
        verdicts.give("HIRE", null, 1)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/application-not-yet-known"));
        Published.send(Published.submitted(application, verdicts.job, 9));
        TestKafka.awaitNoLag("decision-service-facts", Published.APPLICATIONS);
        verdicts.give("HIRE", null, 1).then().statusCode(409).body("type", equalTo("/problems/no-decision-yet"));
    }
}
