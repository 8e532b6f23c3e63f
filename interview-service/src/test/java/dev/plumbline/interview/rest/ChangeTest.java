package dev.plumbline.interview.rest;

import static dev.plumbline.interview.Stage.change;
import static dev.plumbline.interview.Stage.plan;
import static dev.plumbline.interview.Stage.rate;
import static dev.plumbline.interview.Stage.recruiter;
import static dev.plumbline.interview.Stage.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.plumbline.interview.Facts;
import dev.plumbline.interview.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ChangeTest {
    private static final String PATH = "/v1/interviews/{id}";
    private static final List<String> ANA = List.of("ana");
    private static final List<String> BOTH = List.of("ana", "ben");
    private static final List<String> BILLING = List.of("billing");

    private UUID application;

    @BeforeEach
    void setTheStage() {
        application = Stage.application();
    }

    @Test
    void a_change_names_the_state_it_is_made_to() {
        UUID interview = Stage.interview(application, ANA, BILLING);
        String moved = plan(ANA, BILLING, "2027-03-16T14:30:00Z");

        recruiter().body(moved).put(PATH, interview).then().statusCode(428);
        recruiter()
                .header("If-Match", "\"7\"")
                .body(moved)
                .put(PATH, interview)
                .then()
                .statusCode(412);
        recruiter()
                .header("If-Match", "1")
                .body(moved)
                .put(PATH, interview)
                .then()
                .statusCode(412);
        recruiter()
                .header("If-Match", "\"1\"")
                .body(moved)
                .put(PATH, interview)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("startsAt", equalTo("2027-03-16T14:30:00Z"));
        recruiter()
                .header("If-Match", "\"1\"")
                .body(moved)
                .put(PATH, interview)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/precondition-failed"));
    }

    @Test
    void a_change_that_changes_nothing_is_no_version() {
        UUID interview = Stage.interview(application, ANA, BILLING);
        change(interview, ANA, BILLING).statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void a_panel_is_told_whenever_the_union_over_its_interviews_changes_and_only_then() {
        UUID first = Stage.interview(application, BOTH, List.of("billing", "motivation"));
        UUID second = Stage.interview(application, List.of("ben", "cid"), BILLING);
        change(first, ANA, List.of("billing", "motivation")).statusCode(200);
        change(second, List.of("ben"), BILLING).statusCode(200);
        recruiter().post(PATH + "/cancel", first).then().statusCode(200).body("status", equalTo("CANCELLED"));
        recruiter().post(PATH + "/cancel", second).then().statusCode(200);

        assertThat(Facts.told(application))
                .containsExactly(
                        panel("billing", 1, "\"ana\",\"ben\""),
                        panel("motivation", 1, "\"ana\",\"ben\""),
                        panel("billing", 2, "\"ana\",\"ben\",\"cid\""),
                        panel("motivation", 2, "\"ana\""),
                        panel("billing", 3, "\"ana\",\"ben\""),
                        panel("billing", 4, "\"ben\""),
                        panel("motivation", 3, ""),
                        panel("billing", 5, ""));
    }

    @Test
    void ratings_given_stay_when_their_rater_or_question_leaves_and_nothing_more_is_taken_from_them() {
        UUID interview = Stage.interview(application, BOTH, List.of("billing", "motivation"));
        Stage.hand(interview, "ana", List.of("billing", "motivation"), 4);
        change(interview, List.of("ben"), BILLING).statusCode(200);

        rate(interview, "ana", "billing", "{\"rating\":1,\"reason\":\"x\"}").statusCode(404);
        submit(interview, "ana").statusCode(404);
        rate(interview, "ben", "motivation", "{\"rating\":1}").statusCode(404);
        recruiter()
                .get(PATH, interview)
                .then()
                .body("ratings.rater", contains("ana"))
                .body("ratings.question", contains("billing"))
                .body("ratings.rating", contains(4));
        assertThat(Facts.told(application).stream().filter(t -> t.startsWith("question-rated")))
                .hasSize(2);
    }

    @Test
    void a_draft_of_a_rater_who_left_is_never_told_and_is_there_when_they_come_back() {
        UUID interview = Stage.interview(application, BOTH, BILLING);
        rate(interview, "ana", "billing", 2);
        change(interview, List.of("ben"), BILLING).statusCode(200);
        Stage.hand(interview, "ben", BILLING, 3);
        assertThat(Facts.told(application).stream().filter(t -> t.contains("\"rater\":\"ana\"")))
                .isEmpty();

        change(interview, BOTH, BILLING).statusCode(200);
        submit(interview, "ana").statusCode(200).body("ratings.rating", contains(2));
    }

    @Test
    void a_question_added_after_a_form_was_handed_in_is_owed() {
        UUID interview = Stage.interview(application, ANA, BILLING);
        Stage.hand(interview, "ana", BILLING, 4);
        change(interview, ANA, List.of("billing", "motivation")).statusCode(200);

        Stage.interviewer("ana")
                .get(PATH, interview)
                .then()
                .body("owed", contains("motivation"))
                .body("forms.submitted", contains(false));
        submit(interview, "ana").statusCode(409).body("errors.pointer", contains("/ratings/motivation"));
        rate(interview, "ana", "motivation", 5);
        submit(interview, "ana").statusCode(200);
    }

    @Test
    void a_question_that_is_asked_may_stay_when_a_newer_version_has_it_no_more() {
        UUID job = Stage.publishedJob();
        application = Stage.application(job);
        UUID interview = Stage.interview(application, ANA, List.of("billing"));
        Stage.publishJob(job, Stage.jobVersion(job, 2, 2, "ALL_OPEN_APPLICATIONS", List.of("fresh", "last")));
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .untilAsserted(() ->
                        change(interview, ANA, List.of("billing", "fresh")).statusCode(200));

        change(interview, ANA, List.of("billing", "fresh", "motivation"))
                .statusCode(422)
                .body("errors.pointer", contains("/questions/2"));
        recruiter()
                .get(PATH, interview)
                .then()
                .body("rubricVersion", equalTo(2))
                .body("questions[0].question", equalTo("Wording of billing in version 1"))
                .body("questions[1].question", equalTo("Wording of fresh in version 2"));
    }

    @Test
    void a_withdrawn_applications_interview_is_not_moved_but_its_panel_can_be_put_right() {
        UUID interview = Stage.interview(application, BOTH, BILLING);
        Stage.publishLifecycle(
                "withdrawn", Stage.lifecycle(application, 2, "WITHDRAWN", Stage.usualJob(), 1), application);
        Stage.awaitRefusal(application, "application-withdrawn");

        recruiter()
                .header("If-Match", "*")
                .body(plan(BOTH, BILLING, "2027-05-01T10:00:00Z"))
                .put(PATH, interview)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/application-withdrawn"));
        change(interview, ANA, BILLING).statusCode(200);
        Stage.hand(interview, "ana", BILLING, 4);
        recruiter().post(PATH + "/cancel", interview).then().statusCode(200);
    }

    @Test
    void lists_are_paged_oldest_first() {
        List<String> ids = List.of(
                Stage.interview(application, ANA, BILLING).toString(),
                Stage.interview(application, ANA, BILLING).toString(),
                Stage.interview(application, BOTH, BILLING).toString());
        String list = "/v1/applications/" + application + "/interviews";
        var page = recruiter().queryParam("limit", 2).get(list).then().statusCode(200);
        page.body("items.id", contains(ids.get(0), ids.get(1)));
        String next = page.extract().path("next");
        assertThat(page.extract().header("Link")).contains("rel=\"next\"", "cursor=" + next);

        recruiter()
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get(list)
                .then()
                .body("items.id", contains(ids.get(2)))
                .body("next", equalTo(null));
        Stage.interviewer("ben").get(list).then().body("items.id", contains(ids.get(2)));
        Stage.interviewer("eve").get(list).then().body("items", hasSize(0));
        recruiter().queryParam("limit", 0).get(list).then().statusCode(422);
        recruiter().queryParam("limit", "many").get(list).then().statusCode(422);
        recruiter().queryParam("cursor", "zzz").get(list).then().statusCode(422);
        recruiter().queryParam("cursor", "bm90LWFuLWlk").get(list).then().statusCode(422);
    }

    private static String panel(String question, int revision, String raters) {
        return "panel-assigned {\"question\":\"" + question + "\",\"revision\":" + revision + ",\"raters\":[" + raters
                + "]}";
    }
}
