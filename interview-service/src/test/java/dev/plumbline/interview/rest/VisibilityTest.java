package dev.plumbline.interview.rest;

import static dev.plumbline.interview.Stage.as;
import static dev.plumbline.interview.Stage.auditor;
import static dev.plumbline.interview.Stage.hand;
import static dev.plumbline.interview.Stage.interviewer;
import static dev.plumbline.interview.Stage.rate;
import static dev.plumbline.interview.Stage.recruiter;
import static dev.plumbline.interview.Stage.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;

import dev.plumbline.interview.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blind rating: no road leads to what others said before one's own form is handed in. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class VisibilityTest {
    private static final String KIT = "/v1/interviews/{id}";
    private static final List<String> QUESTIONS = List.of("billing", "motivation");
    /** A note that gives itself away wherever it comes out. */
    private static final String BENS_NOTE = "bens-telltale-note";

    private UUID application;
    private UUID interview;

    @BeforeEach
    void setTheStage() {
        application = Stage.application();
        interview = Stage.interview(application, List.of("ana", "ben"), QUESTIONS);
    }

    @Test
    void no_road_leads_to_anothers_ratings_before_the_own_form_is_in() {
        List<String> before = everyRoadOf("ana");
        rate(interview, "ben", "billing", "{\"rating\":5,\"note\":\"" + BENS_NOTE + "\"}")
                .statusCode(200);
        assertThat(everyRoadOf("ana")).isEqualTo(before);

        rate(interview, "ben", "motivation", "{\"rating\":5,\"note\":\"" + BENS_NOTE + "\"}")
                .statusCode(200);
        submit(interview, "ben").statusCode(200);
        rate(
                        interview,
                        "ben",
                        "billing",
                        "{\"rating\":4,\"note\":\"" + BENS_NOTE + "\",\"reason\":\"" + BENS_NOTE + "\"}")
                .statusCode(200);
        interviewer("ben")
                .body("{\"met\":false,\"note\":\"" + BENS_NOTE + "\"}")
                .put("/v1/applications/{id}/attestations/{gate}", application, Stage.GATE)
                .then()
                .statusCode(200);
        UUID flag = Stage.redFlag(application, interviewer("ben"), BENS_NOTE);
        interviewer("ana").get("/v1/red-flags/{id}", flag).then().statusCode(404);

        // That ben's form is in may be seen, what is in it may not.
        assertThat(everyRoadOf("ana").stream().map(VisibilityTest::withoutForms).toList())
                .isEqualTo(before.stream().map(VisibilityTest::withoutForms).toList())
                .noneMatch(answer -> answer.contains(BENS_NOTE));
    }

    @Test
    void the_own_form_handed_in_opens_what_others_handed_in() {
        rate(interview, "ben", "billing", "{\"rating\":5,\"note\":\"" + BENS_NOTE + "\"}")
                .statusCode(200);
        rate(interview, "ben", "motivation", 2);
        submit(interview, "ben").statusCode(200);
        hand(interview, "ana", QUESTIONS, 3);

        interviewer("ana")
                .get(KIT, interview)
                .then()
                .body("ratings.rater", containsInAnyOrder("ana", "ana", "ben", "ben"))
                .body(
                        "ratings.find { it.rater == 'ben' && it.question == 'billing' }.rating",
                        org.hamcrest.Matchers.equalTo(5))
                .body(
                        "ratings.find { it.rater == 'ben' && it.question == 'billing' }.note",
                        org.hamcrest.Matchers.equalTo(BENS_NOTE));
    }

    @Test
    void a_draft_is_its_raters_alone_whoever_asks() {
        rate(interview, "ben", "billing", 5);
        hand(interview, "ana", QUESTIONS, 3);

        interviewer("ana").get(KIT, interview).then().body("ratings.rater", contains("ana", "ana"));
        recruiter().get(KIT, interview).then().body("ratings.rater", contains("ana", "ana"));
        auditor().get(KIT, interview).then().body("ratings.rater", contains("ana", "ana"));
        interviewer("ben")
                .get(KIT, interview)
                .then()
                .body("ratings.rater", contains("ben"))
                .body("ratings.submitted", contains(false));
    }

    @Test
    void a_role_that_reads_all_does_not_open_ones_own_interview_early() {
        hand(interview, "ben", QUESTIONS, 5);
        for (String role : List.of("recruiter", "hiring-manager", "auditor")) {
            as("ana", "interviewer", role)
                    .get(KIT, interview)
                    .then()
                    .statusCode(200)
                    .body("ratings", hasSize(0));
            as("ana", role).get(KIT, interview).then().statusCode(200).body("ratings", hasSize(0));
            as("ana", role)
                    .get("/v1/applications/{id}/attestations", application)
                    .then()
                    .body("items", hasSize(0));
            as("rob", role).get(KIT, interview).then().body("ratings", hasSize(2));
        }
    }

    @Test
    void an_open_form_of_another_interview_hides_the_whole_application_from_a_role_that_reads_all() {
        UUID other = Stage.interview(application, List.of("mia"), List.of("upset-patient"));
        hand(interview, "ben", QUESTIONS, 5);

        as("mia", "interviewer", "hiring-manager").get(KIT, interview).then().body("ratings", hasSize(0));
        hand(other, "mia", List.of("upset-patient"), 4);
        as("mia", "interviewer", "hiring-manager").get(KIT, interview).then().body("ratings", hasSize(2));
    }

    @Test
    void a_question_shared_with_another_interview_is_not_seen_there_first() {
        UUID other = Stage.interview(application, List.of("ana", "cid"), List.of("billing"));
        hand(interview, "ben", QUESTIONS, 5);
        hand(other, "cid", List.of("billing"), 1);

        interviewer("ana").get(KIT, other).then().body("ratings", hasSize(0));
        hand(other, "ana", List.of("billing"), 3);
        interviewer("ana").get(KIT, other).then().body("ratings.rater", containsInAnyOrder("ana", "ben", "cid"));
        interviewer("ana").get(KIT, interview).then().body("ratings.rater", contains("ana"));
    }

    @Test
    void whoever_is_on_no_panel_does_not_know_of_the_interview() {
        for (String role : List.of("interviewer", "assessor")) {
            int expected = role.equals("interviewer") ? 404 : 403;
            as("eve", role).get(KIT, interview).then().statusCode(expected);
            as("eve", role).get(KIT + ".ics", interview).then().statusCode(expected);
        }
        interviewer("eve").get("/v1/interviews").then().body("items", hasSize(0));
    }

    @Test
    void the_own_form_taken_away_closes_the_interview() {
        hand(interview, "ana", QUESTIONS, 3);
        hand(interview, "ben", QUESTIONS, 3);
        Stage.change(interview, List.of("ben"), QUESTIONS).statusCode(200);

        interviewer("ana").get(KIT, interview).then().statusCode(404);
    }

    /** Everything a panel member can ask for, headers too. */
    private List<String> everyRoadOf(String person) {
        List<Response> answers = new ArrayList<>();
        answers.add(interviewer(person).get(KIT, interview));
        answers.add(interviewer(person).get(KIT + ".ics", interview));
        answers.add(interviewer(person).get("/v1/interviews"));
        answers.add(interviewer(person).get("/v1/applications/{id}/interviews", application));
        answers.add(interviewer(person).get("/v1/applications/{id}/attestations", application));
        answers.add(interviewer(person).get("/v1/applications/{id}/red-flags", application));
        answers.add(interviewer(person).post(KIT + "/submit", interview));
        answers.add(interviewer(person).body("{\"rating\":9}").put(KIT + "/ratings/billing", interview));
        answers.add(interviewer(person).body("{\"rating\":1}").put(KIT + "/ratings/upset-patient", interview));
        answers.add(interviewer(person).header("If-None-Match", "\"1\"").get(KIT, interview));
        return answers.stream()
                .map(answer -> answer.statusCode() + " " + answer.header("ETag") + " " + answer.header("Last-Modified")
                        + " " + answer.asString())
                .toList();
    }

    private static String withoutForms(String answer) {
        return answer.replaceAll("\"forms\":\\[.*?]", "");
    }
}
