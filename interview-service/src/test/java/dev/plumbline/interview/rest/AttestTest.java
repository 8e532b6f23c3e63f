package dev.plumbline.interview.rest;

import static dev.plumbline.interview.Stage.assessor;
import static dev.plumbline.interview.Stage.interviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.plumbline.interview.Facts;
import dev.plumbline.interview.Stage;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class AttestTest {
    private static final String PATH = "/v1/applications/{id}/attestations/{gate}";
    private static final String LIST = "/v1/applications/{id}/attestations";

    private UUID application;
    private UUID interview;

    @BeforeEach
    void setTheStage() {
        application = Stage.application();
        interview = Stage.interview(application, List.of("ana"), List.of("billing"));
    }

    @Test
    void the_last_word_counts_and_only_another_word_is_told() {
        interviewer("ana")
                .body("{\"met\":false,\"note\":\"mumbles\"}")
                .put(PATH, application, Stage.GATE)
                .then()
                .statusCode(200)
                .body("gate", equalTo(Stage.GATE))
                .body("rater", equalTo("ana"))
                .body("met", equalTo(false))
                .body("note", equalTo("mumbles"));
        interviewer("ana")
                .body("{\"met\":false}")
                .put(PATH, application, Stage.GATE)
                .then()
                .statusCode(200);
        interviewer("ana")
                .body("{\"met\":true}")
                .put(PATH, application, Stage.GATE)
                .then()
                .statusCode(200);
        assessor()
                .body("{\"met\":true}")
                .put(PATH, application, Stage.GATE)
                .then()
                .statusCode(200);

        assertThat(Facts.told(application).stream().filter(t -> t.startsWith("baseline")))
                .containsExactly(told("ana", 1, false), told("ana", 2, true), told("assessor", 1, true));
    }

    @Test
    void a_word_taken_back_counts_no_more_and_can_be_given_again() {
        attest("{\"met\":true,\"note\":\"wrong file\"}").statusCode(200);
        takeBack(interviewer("ana")).statusCode(204);
        takeBack(interviewer("ana")).statusCode(204);
        Stage.auditor().get(LIST, application).then().body("items", hasSize(0));
        attest("{\"met\":true}").statusCode(200).body("note", equalTo(null));
        Stage.auditor().get(LIST, application).then().body("items.rater", contains("ana"));

        assertThat(Facts.told(application).stream().filter(t -> t.startsWith("baseline")))
                .containsExactly(
                        told("ana", 1, true),
                        told("ana", 2, true).replace("}", ",\"retracted\":true}"),
                        told("ana", 3, true));
        Facts.of(application).forEach(event -> Contracts.checkEvent("interview-service", event));
    }

    @Test
    void only_the_own_word_is_taken_back_and_also_from_a_seat_given_up() {
        attest("{\"met\":true}").statusCode(200);
        takeBack(assessor()).statusCode(204);
        takeBack(Stage.recruiter()).statusCode(403);
        takeBack(Stage.hiringManager()).statusCode(403);
        Stage.auditor().get(LIST, application).then().body("items.rater", contains("ana"));
        assessor().delete(PATH, Ids.next(), Stage.GATE).then().statusCode(409);
        assessor().delete(PATH, application, "a\u0000b").then().statusCode(204);

        Stage.change(interview, List.of("ben"), List.of("billing")).statusCode(200);
        takeBack(interviewer("ana")).statusCode(204);
        Stage.recruiter().get(LIST, application).then().body("items", hasSize(0));
        attest("{\"met\":true}").statusCode(404);
    }

    private ValidatableResponse attest(String body) {
        return interviewer("ana").body(body).put(PATH, application, Stage.GATE).then();
    }

    private ValidatableResponse takeBack(RequestSpecification by) {
        return by.delete(PATH, application, Stage.GATE).then();
    }

    @Test
    void others_words_are_unseen_while_a_form_is_owed() {
        assessor()
                .body("{\"met\":true}")
                .put(PATH, application, Stage.GATE)
                .then()
                .statusCode(200);
        interviewer("ana")
                .body("{\"met\":true}")
                .put(PATH, application, Stage.GATE)
                .then()
                .statusCode(200);

        interviewer("ana").get(LIST, application).then().statusCode(200).body("items.rater", contains("ana"));
        assessor().get(LIST, application).then().body("items.rater", contains("assessor"));
        Stage.hand(interview, "ana", List.of("billing"), 3);
        interviewer("ana").get(LIST, application).then().body("items.rater", containsInAnyOrder("ana", "assessor"));
        for (var reader : List.of(Stage.recruiter(), Stage.hiringManager(), Stage.auditor())) {
            reader.get(LIST, application).then().statusCode(200).body("items", hasSize(2));
        }
        interviewer("eve").get(LIST, application).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void only_who_saw_the_candidate_has_a_word() {
        interviewer("eve")
                .body("{\"met\":true}")
                .put(PATH, application, Stage.GATE)
                .then()
                .statusCode(404);
        Stage.recruiter().post("/v1/interviews/{id}/cancel", interview).then().statusCode(200);
        interviewer("ana")
                .body("{\"met\":true}")
                .put(PATH, application, Stage.GATE)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"red-flags", "no-such-gate", "billing", "COMMUNICATION-BASELINE"})
    void only_an_attestation_gate_is_attested(String gate) {
        interviewer("ana")
                .body("{\"met\":true}")
                .put(PATH, application, gate)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | /met",
                "{\"met\":null} | /met",
                "{\"met\":\"true\"} | /met",
                "{\"met\":1,\"note\":[],\"extra\":0} | /met /note /extra"
            })
    void every_fault_is_named(String body, String pointers) {
        interviewer("ana")
                .body(body)
                .put(PATH, application, Stage.GATE)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder((Object[]) pointers.split(" ")));
        interviewer("ana").get(LIST, application).then().body("items", hasSize(0));
    }

    @Test
    void malformed_json_is_400() {
        interviewer("ana")
                .body("{\"met\":tru}")
                .put(PATH, application, Stage.GATE)
                .then()
                .statusCode(400);
    }

    @Test
    void an_application_not_heard_of_yet_can_be_tried_again_shortly() {
        UUID unknown = Ids.next();
        assessor()
                .body("{\"met\":true}")
                .put(PATH, unknown, Stage.GATE)
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/application-not-yet-known"));
        assessor().get(LIST, unknown).then().statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recruiter", "hiring-manager", "auditor", "integration", "operator"})
    void no_other_role_attests(String role) {
        Stage.change(interview, List.of(role), List.of("billing")).statusCode(200);
        Stage.as(role, role)
                .body("{\"met\":true}")
                .put(PATH, application, Stage.GATE)
                .then()
                .statusCode(403);
    }

    private static String told(String rater, int revision, boolean met) {
        return "baseline-attested {\"gate\":\"communication-baseline\",\"rater\":\"" + rater + "\",\"revision\":"
                + revision + ",\"met\":" + met + "}";
    }
}
