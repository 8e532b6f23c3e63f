package dev.plumbline.interview.rest;

import static dev.plumbline.interview.Stage.rate;
import static dev.plumbline.interview.Stage.submit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.plumbline.interview.Stage;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ratings that are refused, of which nothing is stored. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class RateFaultsTest {
    private static final List<String> QUESTIONS = List.of("billing", "motivation");

    private UUID interview;

    @BeforeEach
    void setTheStage() {
        interview = Stage.shared(
                "rate-faults", () -> Stage.interview(Stage.application(), List.of("ana", "cid"), QUESTIONS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | /rating",
                "{\"note\":\"n\"} | /rating",
                "{\"rating\":0} | /rating",
                "{\"rating\":6} | /rating",
                "{\"rating\":-3} | /rating",
                "{\"rating\":3.5} | /rating",
                "{\"rating\":3.0001} | /rating",
                "{\"rating\":1e99} | /rating",
                "{\"rating\":1e-99} | /rating",
                "{\"rating\":\"3\"} | /rating",
                "{\"rating\":true} | /rating",
                "{\"rating\":[3]} | /rating",
                "{\"rating\":{}} | /rating",
                "{\"rating\":3,\"note\":7} | /note",
                "{\"rating\":3,\"score\":3} | /score",
                "{\"rating\":9.5,\"note\":false,\"reason\":\"\",\"x\":1} | /rating /note /reason /x",
                "{\"rating\":3,\"note\":\"a\\u0000b\"} | /note",
                "[] | "
            })
    void every_fault_of_a_rating_is_named(String body, String pointers) {
        rate(interview, "ana", "billing", body)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(pointers == null ? new Object[] {""} : (Object[]) pointers.split(" ")));
        Stage.interviewer("ana").get("/v1/interviews/{id}", interview).then().body("ratings", hasSize(0));
    }

    @Test
    void a_correction_off_the_scale_and_without_a_reason_has_two_faults() {
        UUID own = Stage.interview(Stage.application(), List.of("ana"), List.of("billing"));
        Stage.hand(own, "ana", List.of("billing"), 3);
        rate(own, "ana", "billing", "{\"rating\":6}")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/rating", "/reason"));
        rate(own, "ana", "billing", "{\"rating\":6,\"reason\":\"typo\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/rating"));
    }

    @Test
    void a_note_may_be_long_but_not_endless_and_holds_any_script() {
        rate(interview, "cid", "billing", "{\"rating\":3,\"note\":\"" + "n".repeat(4001) + "\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/note"));
        String note = "Grüße 漢字 🙂";
        rate(interview, "cid", "billing", "{\"rating\":3,\"note\":\"" + note + "\"}")
                .statusCode(200)
                .body("note", equalTo(note));
    }

    @Test
    void malformed_json_is_400() {
        rate(interview, "ana", "billing", "").statusCode(400);
        rate(interview, "ana", "billing", "{\"rating\":3").statusCode(400);
        rate(interview, "ana", "billing", "{\"rating\":3,\"rating\":4}").statusCode(400);
    }

    @Test
    void only_the_panel_rates_and_for_others_there_is_no_such_interview() {
        rate(interview, "eve", "billing", "{\"rating\":3}").statusCode(404);
        submit(interview, "eve").statusCode(404);
        rate(Ids.next(), "ana", "billing", "{\"rating\":3}").statusCode(404);
        submit(Ids.next(), "ana").statusCode(404);
    }

    @Test
    void a_question_that_is_not_asked_is_not_rated() {
        rate(interview, "ana", "upset-patient", "{\"rating\":3}").statusCode(404);
        rate(interview, "ana", "no-such", "{\"rating\":3}").statusCode(404);
        rate(interview, "ana", "a\u0000b", "{\"rating\":3}").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recruiter", "hiring-manager", "assessor", "auditor", "integration", "operator"})
    void no_other_role_rates(String role) {
        UUID own = Stage.interview(Stage.application(), List.of(role), QUESTIONS);
        Stage.as(role, role)
                .body("{\"rating\":3}")
                .put("/v1/interviews/{id}/ratings/billing", own)
                .then()
                .statusCode(403);
        Stage.as(role, role).post("/v1/interviews/{id}/submit", own).then().statusCode(403);
    }
}
