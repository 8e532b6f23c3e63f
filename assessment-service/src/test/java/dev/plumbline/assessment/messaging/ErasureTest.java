package dev.plumbline.assessment.messaging;

import static dev.plumbline.assessment.messaging.Intake.SHIPPED;
import static dev.plumbline.assessment.messaging.Intake.application;
import static dev.plumbline.assessment.messaging.Intake.inviteStatus;
import static dev.plumbline.assessment.messaging.Intake.job;
import static dev.plumbline.assessment.messaging.Intake.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.assessment.MovableClock;
import dev.plumbline.assessment.Scene;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.TestKafka;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ErasureTest {
    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void back_to_the_present() {
        clock.reset();
    }

    @Test
    void erasure_deletes_what_was_written_and_keeps_the_scores() throws SQLException {
        String test = Scene.smallTest(2);
        Scene.Invited invited = Scene.submitted(test);
        UUID application = invited.application();
        String essay = Scene.writtenAnswerOf(application, "ana");
        Scene.rate(essay, "ana", 5, 5).then().statusCode(200);
        Scene.rate(essay, "ben", 5, 4).then().statusCode(200);
        String erased = "{\"applicationId\": \"" + application + "\", \"revision\": 1}";
        Scene.publishApplication(application, "erased", erased);
        Scene.publishApplication(application, "erased", erased);
        Scene.awaitConsumed();

        assertThat(row(
                        database,
                        "select body from answer a join session s on s.id = a.session_id where s.application_id = ?",
                        application))
                .contains("selected")
                .doesNotContain("From");
        Scene.as("recruiter")
                .get("/v1/applications/" + application + "/assessment")
                .then()
                .statusCode(200)
                .body("sections[1].items[0].state", equalTo("RATED"))
                .body("sections[1].items[0].earned", equalTo("9.50"))
                .body("sections[1].items[0].answer.erased", equalTo(true));
        Scene.as("ana", "assessor")
                .get("/v1/written-answers/" + essay)
                .then()
                .statusCode(200)
                .body("text", equalTo(null));
        Scene.rate(essay, "ana", 1, 1).then().statusCode(409).body("type", equalTo("/problems/answer-erased"));
        assertThat(Scene.scored(application, all -> all.size() >= 3)).hasSize(3);
        assertThat(inviteStatus(application)).isEqualTo(409);
    }

    @Test
    void erasure_calls_off_an_open_session_and_takes_its_text_from_the_raters() {
        String test = Scene.smallTest(2);
        Scene.Invited open = Scene.invite(Scene.applicationFor(test));
        Scene.answerAll(open);
        Scene.Invited waiting = Scene.submitted(test);
        String essay = Scene.writtenAnswerOf(waiting.application(), "ana");
        for (Scene.Invited invited : List.of(open, waiting)) {
            Scene.publishApplication(
                    invited.application(),
                    "erased",
                    "{\"applicationId\": \"" + invited.application() + "\", \"revision\": 1}");
        }
        Scene.awaitConsumed();
        open.answer("tone", "{\"selected\": [\"x\"]}").then().statusCode(409);
        open.open().then().body("state", equalTo("CANCELLED")).body("sections", hasSize(0));
        Scene.as("ana", "assessor").get("/v1/written-answers?limit=500").then().body("items.id", not(hasItem(essay)));
        JsonNode writing = Scene.lastOf(waiting.application(), "writing", 1);
        assertThat(writing.path("pending").decimalValue()).isEqualByComparingTo("10");
    }

    @Test
    void erasure_that_comes_first_is_remembered() {
        UUID job = Ids.next();
        UUID application = Ids.next();
        TestKafka.publish(job(job, "published", Scene.job(job, 1, 1, "NEW_APPLICATIONS", SHIPPED, "x")));
        TestKafka.publish(List.of(
                application(application, "erased", "{\"applicationId\": \"" + application + "\", \"revision\": 1}"),
                application(application, "submitted", Scene.lifecycle(application, 1, "SUBMITTED", job, 1))));
        Scene.awaitConsumed();
        Scene.as("recruiter")
                .body("{}")
                .post("/v1/applications/" + application + "/sessions")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/application-erased"));
    }

    @Test
    void a_session_whose_time_was_over_is_still_scored_when_its_application_is_erased() {
        Scene.Invited invited = Scene.invite(Scene.applicationFor(Scene.smallTest(2)));
        Scene.answerAll(invited);
        clock.moveAhead(Duration.ofMinutes(61));
        Scene.publishApplication(
                invited.application(),
                "erased",
                "{\"applicationId\": \"" + invited.application() + "\", \"revision\": 1}");
        Scene.awaitConsumed();
        invited.open().then().body("state", equalTo("EXPIRED"));
        assertThat(Scene.lastOf(invited.application(), "facts", 1)
                        .path("earned")
                        .decimalValue())
                .isEqualByComparingTo("7.5");
    }
}
