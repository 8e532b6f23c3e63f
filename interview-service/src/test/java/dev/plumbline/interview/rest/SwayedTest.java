package dev.plumbline.interview.rest;

import static dev.plumbline.interview.Stage.as;
import static dev.plumbline.interview.Stage.hand;
import static dev.plumbline.interview.Stage.interviewer;
import static dev.plumbline.interview.Stage.recruiter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.plumbline.interview.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has read what others said judges the same thing no more, whatever way they took. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class SwayedTest {
    private static final String KIT = "/v1/interviews/{id}";
    private static final String ATTESTATIONS = "/v1/applications/{id}/attestations";
    private static final List<String> QUESTIONS = List.of("billing", "motivation");

    private UUID application;
    private UUID interview;

    @BeforeEach
    void setTheStage() {
        application = Stage.application();
        interview = Stage.interview(application, List.of("hana", "ben"), QUESTIONS);
    }

    /** On the panel, and may read all by role. */
    private static RequestSpecification hana() {
        return as("hana", "interviewer", "hiring-manager");
    }

    private static ValidatableResponse refused(ValidatableResponse response) {
        return response.statusCode(409).body("type", equalTo("/problems/others-seen"));
    }

    private ValidatableResponse schedule(List<String> panel, List<String> questions) {
        return recruiter()
                .body(Stage.plan(panel, questions))
                .post("/v1/applications/{id}/interviews", application)
                .then();
    }

    @Test
    void who_leaves_a_panel_and_reads_does_not_come_back_to_rate() {
        hand(interview, "ben", QUESTIONS, 5);
        hana().get(KIT, interview).then().body("ratings", empty());
        Stage.change(interview, List.of("ben"), QUESTIONS).statusCode(200);
        hana().get(KIT, interview).then().statusCode(200).body("ratings.rater", contains("ben", "ben"));

        refused(Stage.change(interview, List.of("ben", "hana"), QUESTIONS))
                .body("errors.pointer", contains("/panel/1"))
                .body("errors[0].message", containsString("billing, motivation"));
        recruiter().get(KIT, interview).then().body("panel", contains("ben"));
        refused(schedule(List.of("hana"), List.of("motivation")));
        schedule(List.of("hana"), List.of("upset-patient")).statusCode(201);
    }

    @Test
    void who_reads_what_was_said_in_a_cancelled_interview_is_not_seated_anew() {
        hand(interview, "ben", QUESTIONS, 5);
        recruiter().post(KIT + "/cancel", interview).then().statusCode(200);
        hana().get(KIT, interview).then().body("ratings", hasSize(2));

        refused(schedule(List.of("cid", "hana"), QUESTIONS)).body("errors.pointer", contains("/panel/1"));
        schedule(List.of("cid"), QUESTIONS).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recruiter", "hiring-manager", "auditor"})
    void who_read_by_role_is_not_seated_later(String role) {
        hand(interview, "ben", QUESTIONS, 5);
        as("rob", role).get(KIT, interview).then().body("ratings", hasSize(2));

        refused(Stage.change(interview, List.of("rob", "ben"), QUESTIONS));
    }

    @Test
    void who_only_asked_whether_it_is_there_has_read_nothing() {
        hand(interview, "ben", QUESTIONS, 5);
        as("rob", "hiring-manager").head(KIT, interview).then().statusCode(200);
        as("rob", "hiring-manager").head(ATTESTATIONS, application).then().statusCode(200);

        Stage.change(interview, List.of("rob", "ben"), QUESTIONS).statusCode(200);
    }

    @Test
    void who_read_before_anything_was_said_may_be_seated() {
        Stage.rate(interview, "ben", "billing", 5);
        as("rob", "hiring-manager").get(KIT, interview).then().statusCode(200).body("ratings", empty());

        Stage.change(interview, List.of("rob", "ben"), QUESTIONS).statusCode(200);
    }

    @Test
    void who_had_handed_in_their_own_before_reading_may_come_back() {
        hand(interview, "ben", QUESTIONS, 5);
        hand(interview, "hana", QUESTIONS, 2);
        Stage.change(interview, List.of("ben"), QUESTIONS).statusCode(200);
        hana().get(KIT, interview).then().body("ratings", hasSize(4));

        Stage.change(interview, List.of("ben", "hana"), QUESTIONS).statusCode(200);
    }

    @Test
    void a_question_is_not_added_for_who_has_read_what_others_said_to_it() {
        UUID other = Stage.interview(application, List.of("cid"), List.of("upset-patient"));
        hand(other, "cid", List.of("upset-patient"), 1);
        hand(interview, "hana", QUESTIONS, 2);
        hana().get(KIT, other).then().body("ratings.rater", contains("cid"));

        List<String> more = List.of("billing", "motivation", "upset-patient");
        refused(Stage.change(interview, List.of("hana", "ben"), more))
                .body("errors.pointer", contains("/panel/0"))
                .body("errors[0].message", equalTo("has read others' ratings of upset-patient"));
        Stage.change(interview, List.of("ben"), more).statusCode(200);
    }

    @RepeatedTest(3)
    void nobody_is_seated_while_they_are_shown_what_others_said() throws Exception {
        hand(interview, "ben", QUESTIONS, 5);
        Stage.change(interview, List.of("ben"), QUESTIONS).statusCode(200);
        CyclicBarrier together = new CyclicBarrier(2);
        CompletableFuture<List<Object>> shown = CompletableFuture.supplyAsync(() -> {
            meet(together);
            return hana().get(KIT, interview).then().statusCode(200).extract().path("ratings");
        });
        meet(together);
        int seated = Stage.change(interview, List.of("ben", "hana"), QUESTIONS)
                .extract()
                .statusCode();

        assertThat(seated).isEqualTo(shown.get().isEmpty() ? 200 : 409);
    }

    @Test
    void who_reads_others_words_by_role_attests_no_more() {
        attest(interviewer("ben")).statusCode(200);
        attest(as("asa", "assessor", "auditor")).statusCode(200);
        as("eve", "assessor", "auditor").get(ATTESTATIONS, application).then().body("items", hasSize(2));

        refused(attest(as("eve", "assessor", "auditor")));
        attest(as("asa", "assessor", "auditor")).statusCode(200);
    }

    @Test
    void a_panel_member_sees_others_words_on_a_baseline_after_their_own() {
        hand(interview, "ben", QUESTIONS, 5);
        hand(interview, "hana", QUESTIONS, 2);
        attest(interviewer("ben")).statusCode(200);

        interviewer("hana")
                .get(ATTESTATIONS, application)
                .then()
                .statusCode(200)
                .body("items", empty());
        hana().get(ATTESTATIONS, application).then().body("items", empty());
        interviewer("ben").get(ATTESTATIONS, application).then().body("items.rater", contains("ben"));
        attest(hana()).statusCode(200);
        interviewer("hana")
                .get(ATTESTATIONS, application)
                .then()
                .body("items.rater", containsInAnyOrder("ben", "hana"));
    }

    private ValidatableResponse attest(RequestSpecification by) {
        return by.body("{\"met\":true}")
                .put(ATTESTATIONS + "/{gate}", application, Stage.GATE)
                .then();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
