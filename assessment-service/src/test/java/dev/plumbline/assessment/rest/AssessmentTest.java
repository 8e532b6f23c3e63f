package dev.plumbline.assessment.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.assessment.Scene;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class AssessmentTest {

    private static Response read(UUID application, String role) {
        return Scene.as(role).get("/v1/applications/" + application + "/assessment");
    }

    @Test
    void scores_are_shown_item_by_item() {
        Scene.Invited invited = Scene.submitted(Scene.smallTest(1));
        String essay = Scene.writtenAnswerOf(invited.application(), "ana");
        read(invited.application(), "auditor")
                .then()
                .statusCode(200)
                .body("sections[1].items[0].state", equalTo("PENDING"))
                .body("sections[1].percent", equalTo("33.33"));
        Scene.rate(essay, "ana", 4, 3).then().statusCode(200);
        read(invited.application(), "recruiter")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("sections.section", equalTo(List.of("facts", "writing")))
                .body("sections[0].items[0].state", equalTo("RIGHT"))
                .body("sections[0].items[0].earned", equalTo("2.50"))
                .body("sections[0].items[0].answer.selected[0]", equalTo("b"))
                .body("sections[0].questions.right", equalTo(3))
                .body("sections[1].items[0].state", equalTo("RATED"))
                .body("sections[1].items[0].earned", equalTo("7.00"))
                .body("sections[1].items[0].ratings[0].rater", equalTo("ana"))
                .body("sections[1].items[0].ratings[0].ratings.clarity", equalTo(4))
                .body("sections[1].revision", equalTo(2))
                .body("sessions", hasSize(1))
                .body("sessions[0].state", equalTo("SUBMITTED"))
                .body("sessions[0].secret", nullValue());
    }

    @Test
    void what_gives_the_key_away_is_for_recruiters_only() {
        Scene.Invited invited = Scene.submitted(Scene.smallTest(1));
        read(invited.application(), "hiring-manager")
                .then()
                .body("sections[0].items[0].answer", nullValue())
                .body("sections[1].items[0].answer.text", equalTo("From " + invited.application()));
        read(invited.application(), "auditor")
                .then()
                .statusCode(200)
                .body("sections[0].items[0].state", equalTo("RIGHT"))
                .body("sections[0].items[0].answer", nullValue())
                .body("sections[1].items[0].answer.text", equalTo("From " + invited.application()));
    }

    @Test
    void an_assessor_sees_scores_only_once_none_waits_for_their_marks() {
        Scene.Invited invited = Scene.submitted(Scene.smallTest(2));
        String essay = Scene.writtenAnswerOf(invited.application(), "assessor");
        read(invited.application(), "assessor").then().statusCode(409).body("type", equalTo("/problems/rate-first"));
        Scene.rate(essay, "assessor", 4, 4).then().statusCode(200);
        read(invited.application(), "assessor").then().statusCode(200);
        Scene.as("gil", "assessor")
                .get("/v1/applications/" + invited.application() + "/assessment")
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recruiter", "hiring-manager", "auditor"})
    void no_other_role_opens_others_marks_to_an_assessor_who_still_has_to_rate(String role) {
        Scene.Invited invited = Scene.submitted(Scene.smallTest(2));
        String essay = Scene.writtenAnswerOf(invited.application(), "ana");
        Scene.rate(essay, "ana", 1, 2).then().statusCode(200);

        Response before =
                Scene.as("two", "assessor", role).get("/v1/applications/" + invited.application() + "/assessment");
        before.then().statusCode(409).body("type", equalTo("/problems/rate-first"));
        assertThat(before.asString()).doesNotContain("ana");

        Scene.rate(essay, "two", 4, 4).then().statusCode(200);
        Response after =
                Scene.as("two", "assessor", role).get("/v1/applications/" + invited.application() + "/assessment");
        after.then().statusCode(200).body("sections[1].items[0].ratings", hasSize(2));
        assertThat(after.asString()).contains("From ");
    }

    @Test
    void an_erased_answer_waits_for_no_assessor() {
        Scene.Invited invited = Scene.submitted(Scene.smallTest(2));
        String essay = Scene.writtenAnswerOf(invited.application(), "assessor");
        Scene.publishApplication(
                invited.application(),
                "erased",
                "{\"applicationId\": \"" + invited.application() + "\", \"revision\": 1}");
        Scene.awaitConsumed();
        Scene.rate(essay, "assessor", 4, 4).then().statusCode(409).body("type", equalTo("/problems/answer-erased"));
        read(invited.application(), "assessor")
                .then()
                .statusCode(200)
                .body("sections[1].items[0].state", equalTo("PENDING"));
    }

    @Test
    void marks_that_are_changed_leave_a_trace() {
        Scene.Invited invited = Scene.submitted(Scene.smallTest(2));
        String essay = Scene.writtenAnswerOf(invited.application(), "ana");
        Scene.rate(essay, "ana", 1, 2).then().statusCode(200);
        Scene.rate(essay, "ana", 1, 2).then().statusCode(200);
        read(invited.application(), "auditor").then().body("sections[1].items[0].changes", nullValue());
        Scene.rate(essay, "ben", 5, 5).then().statusCode(200);
        Scene.rate(essay, "ana", 5, 4).then().statusCode(200);
        Scene.rate(essay, "ana", 5, 5).then().statusCode(200);
        read(invited.application(), "auditor")
                .then()
                .body("sections[1].items[0].changes.rater", equalTo(List.of("ana", "ana")))
                .body("sections[1].items[0].changes.before.clarity", equalTo(List.of(1, 5)))
                .body("sections[1].items[0].changes.before.empathy", equalTo(List.of(2, 4)))
                .body("sections[1].items[0].changes.after.empathy", equalTo(List.of(4, 5)))
                .body("sections[1].items[0].changes[0].at", notNullValue());
    }

    @Test
    void others_and_the_unknown_are_refused() {
        Scene.Invited invited = Scene.invite(Scene.applicationFor("medical-office-manager"));
        for (String role : new String[] {"interviewer", "integration", "operator"}) {
            read(invited.application(), role).then().statusCode(403);
        }
        read(Ids.next(), "recruiter")
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/application-not-yet-known"));
    }
}
