package dev.plumbline.assessment.rest;

import static dev.plumbline.assessment.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.assessment.Scene;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class WrittenAnswersTest {

    private static Response seen(String id, String rater) {
        return Scene.as(rater, "assessor").get("/v1/written-answers/" + id);
    }

    private static String earned(JsonNode data) {
        return data.path("earned").decimalValue().toPlainString() + "/"
                + data.path("possible").decimalValue().toPlainString();
    }

    @Test
    void raters_are_blind_to_whose_it_is_and_to_others_marks_before_their_own() {
        Scene.Invited invited = Scene.submitted(Scene.smallTest(2));
        String id = Scene.writtenAnswerOf(invited.application(), "ana");
        Scene.rate(id, "ana", 1, 2).then().statusCode(200).body("rated", equalTo(false));

        Response before = seen(id, "ben");
        before.then()
                .statusCode(200)
                .body("prompt", equalTo("Write."))
                .body("criteria.id", contains("clarity", "empathy"))
                .body("criteria[0].anchors.3", equalTo("c3"))
                .body("mine", nullValue())
                .body("others", nullValue());
        assertThat(before.asString().replace("From " + invited.application(), ""))
                .doesNotContain(invited.application().toString(), invited.session(), "ana");
        Scene.rate(id, "ben", 5, 5)
                .then()
                .body("rated", equalTo(true))
                .body("mine.clarity", equalTo(5))
                .body("others", hasSize(1))
                .body("others[0].empathy", equalTo(2));
        assertThat(seen(id, "ben").asString()).doesNotContain("ana");
    }

    @Test
    void who_has_rated_learns_for_which_application_a_flag_can_be_raised() {
        Scene.Invited invited = Scene.submitted(Scene.smallTest(2));
        String rater = "rater-" + Ids.next();
        String id = Scene.writtenAnswerOf(invited.application(), rater);
        seen(id, rater).then().statusCode(200).body("applicationId", nullValue());
        String application = invited.application().toString();
        Scene.rate(id, rater, 4, 4).then().statusCode(200).body("applicationId", equalTo(application));
        Scene.as(rater, "assessor")
                .get("/v1/written-answers?status=rated")
                .then()
                .body("items.applicationId", contains(application));
        seen(id, "ben").then().statusCode(200).body("applicationId", nullValue());
    }

    @Test
    void the_last_rater_completes_the_score_and_a_revision_corrects_it() {
        Scene.Invited invited = Scene.submitted(Scene.smallTest(2));
        String id = Scene.writtenAnswerOf(invited.application(), "ana");
        Scene.rate(id, "ana", 4, 5).then().statusCode(200);
        Scene.rate(id, "ben", 3, 3).then().statusCode(200);
        // tone 5 + essay 10 * (9/10 + 6/10) / 2
        JsonNode complete = Scene.lastOf(invited.application(), "writing", 2);
        assertThat(earned(complete)).isEqualTo("12.5/15");
        assertThat(complete.path("pending").decimalValue()).isEqualByComparingTo("0");

        Scene.rate(id, "ana", 5, 5).then().statusCode(200);
        assertThat(earned(Scene.lastOf(invited.application(), "writing", 3))).isEqualTo("13/15");
        assertThat(Scene.scored(invited.application(), all -> all.size() >= 4))
                .hasSize(4)
                .allSatisfy(event -> Contracts.checkEvent(Scene.SERVICE, event));
    }

    @Test
    void three_raters_give_thirds_exactly() {
        Scene.Invited invited = Scene.submitted(Scene.smallTest(3));
        String id = Scene.writtenAnswerOf(invited.application(), "ana");
        Scene.rate(id, "ana", 5, 5).then().statusCode(200);
        Scene.rate(id, "ben", 4, 5).then().statusCode(200);
        Scene.rate(id, "cem", 5, 5).then().statusCode(200);
        // 5 + 10 * 29/30 = 44/3 of 15
        assertThat(earned(Scene.lastOf(invited.application(), "writing", 2))).isEqualTo("44/45");
    }

    @Test
    void the_same_marks_again_publish_nothing() {
        Scene.Invited invited = Scene.submitted(Scene.smallTest(1));
        String id = Scene.writtenAnswerOf(invited.application(), "ana");
        Scene.rate(id, "ana", 4, 4).then().statusCode(200);
        Scene.rate(id, "ana", 4, 4).then().statusCode(200);
        Scene.rate(id, "ana", 5, 4).then().statusCode(200);
        assertThat(earned(Scene.lastOf(invited.application(), "writing", 3))).isEqualTo("14/15");
    }

    @Test
    void nobody_rates_beyond_the_raters_that_are_needed() {
        Scene.Invited invited = Scene.submitted(Scene.smallTest(1));
        String id = Scene.writtenAnswerOf(invited.application(), "ana");
        Scene.rate(id, "ana", 4, 4).then().statusCode(200);
        problem(Scene.rate(id, "ben", 1, 1), 409, "fully-rated");
        seen(id, "ben").then().body("others", nullValue());
        Scene.as("ben", "assessor").get("/v1/written-answers?limit=500").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void what_one_has_rated_leaves_the_waiting_list_and_joins_the_rated_one() {
        Scene.Invited invited = Scene.submitted(Scene.smallTest(2));
        String rater = "rater-" + Ids.next();
        String id = Scene.writtenAnswerOf(invited.application(), rater);
        Scene.rate(id, rater, 4, 4).then().statusCode(200);
        Scene.as(rater, "assessor").get("/v1/written-answers?limit=500").then().body("items.id", not(hasItem(id)));
        Scene.as(rater, "assessor")
                .get("/v1/written-answers?status=rated")
                .then()
                .body("items.id", contains(id))
                .body("items[0].mine.clarity", equalTo(4));
        Scene.as("ben", "assessor").get("/v1/written-answers?limit=500").then().body("items.id", hasItem(id));
    }

    @Test
    void the_waiting_list_goes_on_from_page_to_page() {
        Scene.submitted(Scene.smallTest(2));
        Scene.submitted(Scene.smallTest(2));
        Response first = Scene.as("fay", "assessor").get("/v1/written-answers?limit=1");
        first.then().body("items", hasSize(1)).header("Link", not(nullValue()));
        Scene.as("fay", "assessor")
                .get("/v1/written-answers?limit=500&cursor=" + first.jsonPath().getString("next"))
                .then()
                .body("items.id", not(hasItem(first.jsonPath().getString("items[0].id"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"ratings\": {\"clarity\": 4}}; /ratings/empathy",
                "{\"ratings\": {\"clarity\": 0, \"empathy\": 6}}; /ratings/clarity,/ratings/empathy",
                "{\"ratings\": {\"clarity\": 4, \"empathy\": 4, \"st/yle\": 4}}; /ratings/st~1yle",
                "{\"ratings\": {\"clarity\": 4.5, \"empathy\": 4}}; /ratings/clarity",
                "{\"ratings\": {\"clarity\": \"4\", \"empathy\": 4}}; /ratings/clarity",
                "{\"ratings\": {\"clarity\": null, \"empathy\": 4}}; /ratings/clarity",
                "{\"ratings\": {}}; /ratings",
                "{\"ratings\": [4, 4]}; /ratings",
                "{}; /ratings",
                "{\"ratings\": {\"clarity\": 4, \"empathy\": 4}, \"rater\": \"ben\"}; /rater"
            })
    void marks_with_a_fault_are_not_taken(String body, String pointers) {
        String id = Faults.writtenAnswer();
        Response response = Scene.as("ana", "assessor").body(body).put("/v1/written-answers/" + id + "/ratings/mine");
        problem(response, 422, "invalid-content").body("errors.pointer", containsInAnyOrder(pointers.split(",", -1)));
        seen(id, "ana").then().body("mine", nullValue());
    }

    /** One written answer for all the faults: none of them leaves a trace on it. */
    private static final class Faults {

        private static String id = "";

        static String writtenAnswer() {
            if (id.isEmpty()) {
                id = Scene.writtenAnswerOf(Scene.submitted(Scene.smallTest(2)).application(), "ana");
            }
            return id;
        }
    }

    @Test
    void only_assessors_rate_and_only_what_there_is() {
        String id = Faults.writtenAnswer();
        String body = "{\"ratings\": {\"clarity\": 4, \"empathy\": 4}}";
        String path = "/v1/written-answers/" + id + "/ratings/mine";
        problem(Scene.as("recruiter").body(body).put(path), 403, "forbidden");
        problem(Scene.as("ana", "assessor").body("{").put(path), 400, "malformed-json");
        problem(
                Scene.as("ana", "assessor").body(body).put("/v1/written-answers/" + Ids.next() + "/ratings/mine"),
                404,
                "not-found");
        problem(seen(Ids.next().toString(), "ana"), 404, "not-found");
        problem(Scene.as("ana", "assessor").get("/v1/written-answers?status=lost"), 422, "invalid-parameter");
        problem(Scene.as("ana", "assessor").get("/v1/written-answers?cursor=eA"), 422, "invalid-parameter");
    }

    @Test
    void a_retake_leaves_the_earlier_text_to_nobody() {
        Scene.Invited first = Scene.submitted(Scene.smallTest(2));
        String old = Scene.writtenAnswerOf(first.application(), "ana");
        Scene.rate(old, "ana", 1, 1).then().statusCode(200);
        Scene.Invited second = Scene.invite(first.application(), "{\"retake\": true}");
        second.answer("tone", "{\"selected\": [\"x\"]}").then().statusCode(204);
        second.submit().then().statusCode(200);

        problem(Scene.rate(old, "ben", 5, 5), 409, "answer-superseded");
        Scene.as("ben", "assessor").get("/v1/written-answers?limit=500").then().body("items.id", not(hasItem(old)));
        assertThat(earned(Scene.lastOf(first.application(), "writing", 2))).isEqualTo("5/15");
    }
}
