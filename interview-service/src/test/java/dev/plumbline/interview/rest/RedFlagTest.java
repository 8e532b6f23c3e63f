package dev.plumbline.interview.rest;

import static dev.plumbline.interview.Stage.as;
import static dev.plumbline.interview.Stage.assessor;
import static dev.plumbline.interview.Stage.hiringManager;
import static dev.plumbline.interview.Stage.interviewer;
import static dev.plumbline.interview.Stage.redFlag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.plumbline.interview.Facts;
import dev.plumbline.interview.Stage;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class RedFlagTest {
    private static final String PATH = "/v1/applications/{id}/red-flags";
    private static final String REASON = "{\"reason\":\"heard it too\"}";

    private UUID application;
    private UUID interview;

    @BeforeEach
    void setTheStage() {
        application = Stage.application();
        interview = Stage.interview(application, List.of("ana", "ben"), List.of("billing"));
    }

    @Test
    void is_raised_by_one_and_ruled_on_by_another_with_every_word_kept_here() {
        String location = interviewer("ana")
                .body("{\"category\":\"DISCRIMINATORY_REMARK\",\"note\":\"about a colleague\"}")
                .post(PATH, application)
                .then()
                .statusCode(201)
                .body("category", equalTo("DISCRIMINATORY_REMARK"))
                .body("state", equalTo("RAISED"))
                .body("raisedBy", equalTo("ana"))
                .body("$", not(org.hamcrest.Matchers.hasKey("note")))
                .extract()
                .header("Location");
        hiringManager()
                .body(REASON)
                .post(location + "/confirm")
                .then()
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"));
        interviewer("ana")
                .get(location)
                .then()
                .statusCode(200)
                .body("applicationId", equalTo(application.toString()))
                .body("note", equalTo("about a colleague"))
                .body("rulings.state", contains("CONFIRMED"))
                .body("rulings.by", contains("hiring-manager"))
                .body("rulings.reason", contains("heard it too"));
        assertThat(Facts.of(application))
                .noneMatch(event -> event.text().contains("colleague")
                        || event.text().contains("heard")
                        || event.headers().toString().contains("heard"));
    }

    @ParameterizedTest
    @EnumSource(dev.plumbline.interview.domain.RedFlagCategory.class)
    void has_one_of_the_categories(dev.plumbline.interview.domain.RedFlagCategory category) {
        assessor()
                .body("{\"category\":\"" + category + "\"}")
                .post(PATH, application)
                .then()
                .statusCode(201)
                .body("category", equalTo(category.name()));
    }

    @Test
    void a_ruling_is_taken_back_only_by_reopening() {
        UUID flag = redFlag(application, interviewer("ana"), "n");
        rule(flag, "reopen").statusCode(409).body("type", equalTo("/problems/red-flag-state"));
        rule(flag, "dismiss").statusCode(200).body("state", equalTo("DISMISSED"));
        rule(flag, "dismiss").statusCode(409).body("detail", containsString("reopen"));
        rule(flag, "confirm").statusCode(409);
        rule(flag, "reopen").statusCode(200).body("state", equalTo("RAISED"));
        rule(flag, "confirm").statusCode(200).body("rulings.state", contains("DISMISSED", "RAISED", "CONFIRMED"));

        assertThat(Facts.told(application).stream().filter(t -> t.startsWith("red-flag")))
                .containsExactly(
                        told(flag, 1, "RAISED"),
                        told(flag, 2, "DISMISSED"),
                        told(flag, 3, "RAISED"),
                        told(flag, 4, "CONFIRMED"));
    }

    @Test
    void whoever_raised_it_does_not_rule_whatever_their_roles() {
        UUID own = redFlag(application, hiringManager(), "n");
        UUID anas = redFlag(application, interviewer("ana"), "n");
        rule(own, "confirm").statusCode(403).body("type", equalTo("/problems/own-red-flag"));
        rule(own, "dismiss").statusCode(403);
        as("ana", "interviewer", "hiring-manager")
                .body(REASON)
                .post("/v1/red-flags/{id}/dismiss", anas)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/own-red-flag"));

        as("mia", "hiring-manager")
                .body(REASON)
                .post("/v1/red-flags/{id}/dismiss", own)
                .then()
                .statusCode(200);
        rule(own, "reopen").statusCode(403);
    }

    @Test
    void the_same_idempotency_key_raises_one_flag() {
        String key = Ids.next().toString();
        String body = "{\"category\":\"OTHER\",\"note\":\"n\"}";
        String first = assessor()
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH, application)
                .path("id");
        String again = assessor()
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH, application)
                .path("id");
        assertThat(again).isEqualTo(first);
        assessor()
                .header("Idempotency-Key", key)
                .body("{\"category\":\"OTHER\"}")
                .post(PATH, application)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        Stage.recruiter().get(PATH, application).then().body("items", hasSize(1));
    }

    @Test
    void is_seen_by_those_who_decide_by_who_raised_it_and_by_the_panel_once_its_forms_are_in() {
        String anas = redFlag(application, interviewer("ana"), "n").toString();
        String assessors = redFlag(application, assessor(), "n").toString();

        for (var reader : List.of(Stage.recruiter(), hiringManager(), Stage.auditor())) {
            reader.get(PATH, application).then().statusCode(200).body("items.id", contains(anas, assessors));
        }
        assessor().get(PATH, application).then().body("items.id", contains(assessors));
        interviewer("ana").get(PATH, application).then().body("items.id", contains(anas));
        interviewer("ben").get(PATH, application).then().body("items", hasSize(0));
        interviewer("ben").get("/v1/red-flags/{id}", anas).then().statusCode(404);
        interviewer("eve").get(PATH, application).then().body("items", hasSize(0));
        Stage.hand(interview, "ben", List.of("billing"), 4);
        interviewer("ben").get(PATH, application).then().body("items.id", contains(anas, assessors));
        interviewer("ben").get("/v1/red-flags/{id}", anas).then().statusCode(200);
    }

    @Test
    void lists_are_paged_oldest_first() {
        List<String> ids = List.of(
                redFlag(application, assessor(), "1").toString(),
                redFlag(application, assessor(), "2").toString(),
                redFlag(application, assessor(), "3").toString());
        String next = hiringManager()
                .queryParam("limit", 2)
                .get(PATH, application)
                .then()
                .body("items.id", contains(ids.get(0), ids.get(1)))
                .extract()
                .path("next");
        hiringManager()
                .queryParam("cursor", next)
                .get(PATH, application)
                .then()
                .body("items.id", contains(ids.get(2)))
                .body("next", equalTo(null));
        hiringManager().queryParam("limit", 501).get(PATH, application).then().statusCode(422);
    }

    private static ValidatableResponse rule(UUID flag, String ruling) {
        return hiringManager()
                .body(REASON)
                .post("/v1/red-flags/{id}/" + ruling, flag)
                .then();
    }

    private static String told(UUID flag, int revision, String state) {
        return "red-flag-changed {\"redFlagId\":\"" + flag + "\",\"revision\":" + revision
                + ",\"category\":\"ETHICAL_LAPSE\",\"state\":\"" + state + "\"}";
    }
}
