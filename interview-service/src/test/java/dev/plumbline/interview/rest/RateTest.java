package dev.plumbline.interview.rest;

import static dev.plumbline.interview.Stage.rate;
import static dev.plumbline.interview.Stage.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.interview.Facts;
import dev.plumbline.interview.Stage;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class RateTest {
    private static final List<String> QUESTIONS = List.of("billing", "motivation");

    private UUID application;
    private UUID interview;

    @BeforeEach
    void setTheStage() {
        application = Stage.application();
        interview = Stage.interview(application, List.of("ana", "ben"), QUESTIONS);
    }

    @Test
    void a_rating_is_a_draft_that_is_not_told_until_the_form_is_handed_in() {
        rate(interview, "ana", "billing", "{\"rating\":2,\"note\":\"slow\"}")
                .statusCode(200)
                .body("question", equalTo("billing"))
                .body("rater", equalTo("ana"))
                .body("rating", equalTo(2))
                .body("note", equalTo("slow"))
                .body("submitted", equalTo(false));
        rate(interview, "ana", "billing", "{\"rating\":3}").statusCode(200).body("note", nullValue());
        rate(interview, "ana", "motivation", "{\"rating\":null}")
                .statusCode(200)
                .body("rating", nullValue());
        assertThat(ratings()).isEmpty();

        submit(interview, "ana")
                .statusCode(200)
                .body("interviewId", equalTo(interview.toString()))
                .body("rater", equalTo("ana"))
                .body("submitted", equalTo(true))
                .body("ratings.question", contains("billing", "motivation"))
                .body("ratings.rating", contains(3, null))
                .body("ratings.submitted", contains(true, true));
        assertThat(ratings()).containsExactly(told("billing", "ana", 1, "3"), told("motivation", "ana", 1, "null"));
    }

    @Test
    void a_form_with_questions_unanswered_is_refused_with_every_one_of_them() {
        submit(interview, "ana")
                .statusCode(409)
                .body("type", equalTo("/problems/form-incomplete"))
                .body("errors.pointer", contains("/ratings/billing", "/ratings/motivation"));
        rate(interview, "ana", "motivation", 4);
        submit(interview, "ana").statusCode(409).body("errors.pointer", contains("/ratings/billing"));
        assertThat(ratings()).isEmpty();
    }

    @Test
    void a_person_with_the_longest_sub_there_is_rates_like_any_other() {
        String longest = "auth0|" + "p".repeat(249);
        UUID theirs = Stage.interview(application, List.of(longest), QUESTIONS);

        Stage.hand(theirs, longest, QUESTIONS, 4);

        assertThat(ratings()).containsExactly(told("billing", longest, 1, "4"), told("motivation", longest, 1, "4"));
        Facts.of(application).forEach(event -> Contracts.checkEvent("interview-service", event));
    }

    @Test
    void handing_in_again_tells_nothing_again() {
        Stage.hand(interview, "ana", QUESTIONS, 4);
        submit(interview, "ana").statusCode(200).body("submitted", equalTo(true));
        assertThat(ratings()).hasSize(2);
    }

    @Test
    void a_change_after_that_needs_a_reason_and_is_told_with_the_next_revision() {
        Stage.hand(interview, "ana", QUESTIONS, 4);
        rate(interview, "ana", "billing", "{\"rating\":5}")
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-content"))
                .body("errors.pointer", contains("/reason"));
        rate(interview, "ana", "billing", "{\"rating\":5,\"reason\":\"  \"}").statusCode(422);
        rate(interview, "ana", "billing", "{\"rating\":5,\"reason\":\"mixed up\"}")
                .statusCode(200)
                .body("submitted", equalTo(true));
        rate(interview, "ana", "billing", "{\"rating\":null,\"reason\":\"not asked\"}")
                .statusCode(200);

        assertThat(ratings())
                .containsExactly(
                        told("billing", "ana", 1, "4"),
                        told("motivation", "ana", 1, "4"),
                        told("billing", "ana", 2, "5"),
                        told("billing", "ana", 3, "null"));
        Stage.recruiter()
                .get("/v1/interviews/{id}", interview)
                .then()
                .body("ratings[0].corrections.from", contains(4, 5))
                .body("ratings[0].corrections.to", contains(5, null))
                .body("ratings[0].corrections.reason", contains("mixed up", "not asked"))
                .body("ratings[1].corrections", hasSize(0));
    }

    @Test
    void another_note_after_that_needs_a_reason_too_but_is_nobody_elses_concern() {
        Stage.hand(interview, "ana", QUESTIONS, 4);
        rate(interview, "ana", "billing", "{\"rating\":4,\"note\":\"n\"}").statusCode(422);
        rate(interview, "ana", "billing", "{\"rating\":4,\"note\":\"n\",\"reason\":\"r\"}")
                .statusCode(200);
        assertThat(ratings()).hasSize(2);
    }

    @Test
    void the_same_again_needs_no_reason_and_is_not_told() {
        Stage.hand(interview, "ana", QUESTIONS, 4);
        rate(interview, "ana", "billing", "{\"rating\":4.0}").statusCode(200);
        assertThat(ratings()).hasSize(2);
    }

    @Test
    void a_question_of_two_interviews_is_rated_once() {
        UUID second = Stage.interview(application, List.of("ana"), List.of("billing", "upset-patient"));
        rate(interview, "ana", "billing", 4);
        Stage.interviewer("ana").get("/v1/interviews/{id}", second).then().body("owed", contains("upset-patient"));
        rate(second, "ana", "upset-patient", 3);
        submit(second, "ana").statusCode(200);

        rate(interview, "ana", "billing", "{\"rating\":5}").statusCode(422);
        rate(interview, "ana", "billing", "{\"rating\":5,\"reason\":\"r\"}").statusCode(200);
        rate(interview, "ana", "motivation", 2);
        submit(interview, "ana").statusCode(200);
        assertThat(ratings())
                .containsExactly(
                        told("billing", "ana", 1, "4"),
                        told("upset-patient", "ana", 1, "3"),
                        told("billing", "ana", 2, "5"),
                        told("motivation", "ana", 1, "2"));
    }

    @Test
    void who_is_an_interviewer_and_more_rates_as_well() {
        Stage.change(interview, List.of("mia"), QUESTIONS).statusCode(200);
        Stage.as("mia", "interviewer", "hiring-manager")
                .body("{\"rating\":3}")
                .put("/v1/interviews/{id}/ratings/billing", interview)
                .then()
                .statusCode(200);
    }

    private List<String> ratings() {
        return Facts.told(application).stream()
                .filter(told -> told.startsWith("question-rated"))
                .toList();
    }

    private static String told(String question, String rater, int revision, String rating) {
        return "question-rated {\"question\":\"" + question + "\",\"rater\":\"" + rater + "\",\"revision\":" + revision
                + ",\"rating\":" + rating + "}";
    }
}
