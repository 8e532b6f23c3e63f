package dev.plumbline.assessment.rest;

import static dev.plumbline.assessment.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.assessment.MovableClock;
import dev.plumbline.assessment.Scene;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class CandidateTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void back_to_the_present() {
        clock.reset();
    }

    private static Scene.Invited invited() {
        return Scene.invite(Scene.applicationFor(Scene.smallTest(2)));
    }

    @Test
    void the_candidate_sees_questions_and_own_answers_but_no_key() {
        Scene.Invited invited = invited();
        Scene.answerAll(invited);
        Response seen = invited.open();
        seen.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("state", equalTo("STARTED"))
                .body("sections.items.flatten()", hasSize(5))
                .body("sections[0].items[1].answer.selected", contains("a", "c"))
                .body("sections[0].items[2].answer.value", equalTo(12.4f))
                .body("sections[1].items[0].answer.text", equalTo("From " + invited.application()))
                .body("sections[1].items[0].maxLength", equalTo(100));
        assertThat(seen.asString()).doesNotContain("key", "rationale", "anchors", "rating", "tolerance", "Because");
    }

    @Test
    void asking_whether_it_is_there_does_not_start_the_clock() {
        Scene.Invited invited = invited();
        invited.candidate()
                .head("/v1/sessions/" + invited.session())
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"));
        Scene.as("recruiter")
                .get("/v1/applications/" + invited.application() + "/sessions/" + invited.session())
                .then()
                .body("state", equalTo("INVITED"));
        invited.open().then().body("state", equalTo("STARTED"));
    }

    @Test
    void the_last_answer_counts_and_can_be_taken_back() {
        Scene.Invited invited = invited();
        invited.answer("single", "{\"selected\": [\"a\"]}").then().statusCode(204);
        invited.answer("single", "{\"selected\": [\"b\"]}").then().statusCode(204);
        invited.answer("numeric", "{\"value\": 12.5}").then().statusCode(204);
        invited.candidate()
                .delete("/v1/sessions/" + invited.session() + "/answers/numeric")
                .then()
                .statusCode(204);
        invited.candidate()
                .delete("/v1/sessions/" + invited.session() + "/answers/numeric")
                .then()
                .statusCode(204);
        invited.submit().then().statusCode(200);
        JsonNode facts = Scene.lastOf(invited.application(), "facts", 1);
        assertThat(facts.path("earned").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(facts.at("/questions/right").intValue()).isEqualTo(1);
    }

    @Test
    void submitting_scores_every_section_and_ends_the_sitting() {
        Scene.Invited invited = invited();
        Scene.answerAll(invited);
        invited.submit().then().statusCode(200).body("state", equalTo("SUBMITTED"));

        List<ReceivedEvent> events = Scene.scored(invited.application(), all -> all.size() >= 2);
        assertThat(events).hasSize(2).allSatisfy(event -> Contracts.checkEvent(Scene.SERVICE, event));
        JsonNode writing = Scene.lastOf(invited.application(), "writing", 1);
        assertThat(writing.path("earned").decimalValue()).isEqualByComparingTo("5");
        assertThat(writing.path("pending").decimalValue()).isEqualByComparingTo("10");
        assertThat(writing.path("possible").decimalValue()).isEqualByComparingTo("15");
        assertThat(events.toString() + writing).doesNotContain("From " + invited.application());

        problem(invited.answer("tone", "{\"selected\": [\"y\"]}"), 409, "session-ended");
        problem(
                invited.candidate().delete("/v1/sessions/" + invited.session() + "/answers/tone"),
                409,
                "session-ended");
        invited.open()
                .then()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("sections", hasSize(0));
    }

    @Test
    void submitting_again_says_the_same_and_publishes_nothing() {
        Scene.Invited invited = invited();
        String endedAt = invited.submit().jsonPath().getString("endedAt");
        assertThat(invited.submit().jsonPath().getString("endedAt")).isEqualTo(endedAt);
        Scene.Invited later = Scene.submitted(Scene.smallTest(2));
        Scene.scored(later.application(), all -> all.size() >= 2);
        assertThat(Scene.scored(invited.application(), all -> all.size() >= 2)).hasSize(2);
    }

    @Test
    void nothing_answered_scores_nothing_and_waits_for_no_rater() {
        Scene.Invited invited = invited();
        invited.answer("essay", "{\"text\": \"  \\n \"}").then().statusCode(204);
        invited.answer("multiple", "{\"selected\": []}").then().statusCode(204);
        invited.submit().then().statusCode(200);
        JsonNode writing = Scene.lastOf(invited.application(), "writing", 1);
        assertThat(writing.path("earned").decimalValue()).isEqualByComparingTo("0");
        assertThat(writing.path("pending").decimalValue()).isEqualByComparingTo("0");
    }

    @Test
    void an_expired_session_is_scored_as_it_stands_when_somebody_comes_upon_it() {
        Scene.Invited invited = invited();
        invited.answer("single", "{\"selected\": [\"b\"]}").then().statusCode(204);
        clock.moveAhead(Duration.ofMinutes(60));
        problem(invited.answer("numeric", "{\"value\": 12.5}"), 409, "session-ended");
        problem(invited.submit(), 409, "session-ended");
        invited.open().then().statusCode(200).body("state", equalTo("EXPIRED")).body("sections", hasSize(0));
        JsonNode facts = Scene.lastOf(invited.application(), "facts", 1);
        assertThat(facts.path("earned").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(facts.path("possible").decimalValue()).isEqualByComparingTo("7.5");
    }

    @Test
    void an_invitation_that_nobody_took_up_expires_at_its_deadline() {
        Scene.Invited invited = invited();
        clock.moveAhead(Duration.ofDays(14).plusSeconds(1));
        invited.open().then().body("state", equalTo("EXPIRED"));
        assertThat(Scene.lastOf(invited.application(), "facts", 1)
                        .path("earned")
                        .decimalValue())
                .isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "single; {\"selected\": [\"z\"]}; /selected/0",
                "single; {\"selected\": [\"a\", \"b\"]}; /selected",
                "single; {\"selected\": \"a\"}; /selected",
                "single; {\"text\": \"a\"}; /text,/selected",
                "single; {}; /selected",
                "single; {\"choice\": [\"a\"]}; /choice",
                "multiple; {\"selected\": [\"a\", \"a\"]}; /selected/1",
                "multiple; {\"selected\": [\"a\", 1]}; /selected/1",
                "numeric; {\"value\": \"12\"}; /value",
                "numeric; {\"value\": 1e12}; /value",
                "numeric; {\"value\": 1e999999999}; /value",
                "numeric; {\"value\": 0.00000000001}; /value",
                "numeric; {\"selected\": [\"a\"]}; /selected,/value",
                "essay; {\"text\": \"nul \\u0000\"}; /text",
                "essay; {\"text\": \"half \\ud83d\"}; /text",
                "essay; {\"text\": 5}; /text",
                "essay; {\"value\": 5}; /value,/text"
            })
    void an_answer_that_does_not_fit_its_item_is_refused(String item, String body, String pointers) {
        Response response = Faults.invited().answer(item, body);
        problem(response, 422, "invalid-content");
        assertThat(String.join(",", response.jsonPath().getList("errors.pointer", String.class)))
                .isEqualTo(pointers);
        Faults.invited().open().then().body("sections.items.flatten().answer.findAll { it != null }", hasSize(0));
    }

    /** One sitting for all the faults: none of them leaves a trace in it. */
    private static final class Faults {

        private static Scene.@Nullable Invited invited;

        static Scene.Invited invited() {
            Scene.Invited known = invited;
            if (known == null) {
                known = CandidateTest.invited();
                invited = known;
            }
            return known;
        }
    }

    @Test
    void texts_are_measured_in_characters_not_in_code_units() {
        Scene.Invited invited = invited();
        invited.answer("essay", "{\"text\": \"" + "\ud83d\ude00".repeat(100) + "\"}")
                .then()
                .statusCode(204);
        problem(invited.answer("essay", "{\"text\": \"" + "x".repeat(101) + "\"}"), 422, "invalid-content");
        invited.open().then().body("sections[1].items[0].answer.text", equalTo("\ud83d\ude00".repeat(100)));
    }

    @Test
    void an_unknown_item_is_not_found_and_malformed_json_is_refused() {
        Scene.Invited invited = invited();
        problem(invited.answer("nothing", "{\"selected\": [\"a\"]}"), 404, "not-found");
        problem(invited.answer("single", "{"), 400, "malformed-json");
        problem(invited.answer("single", "{\"selected\": [], \"selected\": []}"), 400, "malformed-json");
    }
}
