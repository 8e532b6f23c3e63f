package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.app.whatif.SearchPlaces;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class WhatWouldChangeApiTest {
    private static final String PATH = "/v1/applications/{id}/decision/what-would-change";

    private static final int AT_ONCE = 2;

    private final UUID job = Ids.next();
    private final SearchPlaces places;

    WhatWouldChangeApiTest(SearchPlaces places) {
        this.places = places;
    }

    @BeforeEach
    void publish_the_job() {
        Published.publishJob(job, Rubrics.CLINIC);
    }

    @Test
    void the_smallest_changes_come_first_and_exact() {
        UUID application = strong();
        JsonNode decision = Api.decision(application);

        Response answer = Api.as("hiring-manager").get(PATH, application);

        answer.then()
                .statusCode(200)
                .header("ETag", equalTo("\"" + decision.path("number").asInt() + "\""))
                .header("Cache-Control", equalTo("no-store"))
                .body("recommendation", equalTo("ADVANCE"), "pairsSearched", equalTo("NOT_NEEDED"));
        JsonNode changes = Api.json(answer).path("changes");
        // 6 of 10 right are below the 70% of a gate; 70 points of 100 reach another one exactly, a ten-thousandth less
        // do not.
        assertThat(changes.at("/0/steps/0")).isEqualTo(Api.parse("""
                        {"type": "QUESTIONS_RIGHT", "section": "hard", "from": 8, "to": 6, "total": 10}"""));
        assertThat(changes.at("/0/recommendation").asText()).isEqualTo("REJECT");
        assertThat(changes.at("/0/size").decimalValue()).isEqualByComparingTo("0.2");
        assertThat(changes.at("/1/steps/0/to").asText()).isEqualTo("69.9999");
        assertThat(changes.at("/1/steps/0/by").asText()).isEqualTo("-20.0001");
        assertThat(changes.at("/1/sentence").asText())
                .isEqualTo(
                        "If hard had earned 69.9999 instead of 90 of 100 points, the recommendation would be REJECT.");
        assertThat(changes.toString())
                .contains("\"section\":\"soft\",\"from\":85,\"to\":39.9999")
                .contains("\"rater\":\"ana\",\"from\":4,\"to\":2");
    }

    @Test
    void fragility_names_who_the_recommendation_hangs_on() {
        UUID application = strong();

        JsonNode fragility = Api.json(Api.as("auditor").get(PATH, application)).path("fragility");

        // Two ratings, of which one cannot go higher, and two raters, without whom there are too few.
        assertThat(fragility.path("of").asInt()).isEqualTo(5);
        assertThat(fragility.path("fragile").asBoolean()).isTrue();
        assertThat(fragility.path("flips").asInt()).isEqualTo(2);
        assertThat(fragility.path("toPending").asInt()).isEqualTo(2);
        assertThat(fragility.at("/items/0")).isEqualTo(Api.parse("""
                        {"type": "RATER_LEFT_OUT", "rater": "ana", "recommendation": "PENDING",
                         "sentence": "Without ana, the recommendation would be PENDING."}"""));
    }

    @Test
    void what_is_still_to_come_is_part_of_it() {
        UUID application = Ids.next();
        Published.send(Published.submitted(application, job, 1));
        Published.send(Published.strong(application));
        Api.awaitRecommendation(application, "ADVANCE");
        Published.send(Published.panel(application, "billing", 2, "ana", "ben", "cyd"));
        Api.awaitDecision(application, decision -> !decision.path("complete").asBoolean());

        JsonNode changes =
                Api.json(Api.as("integration").get(PATH, application)).path("changes");

        assertThat(changes.get(0).at("/steps/0/type").asText()).isEqualTo("RATING_TO_COME");
        assertThat(changes.get(0).at("/steps/0/rater").asText()).isEqualTo("cyd");
        assertThat(changes.get(0).path("recommendation").asText()).isEqualTo("ADVANCE");
    }

    @Test
    void it_is_no_explanation_that_a_rejection_may_rest_on() {
        UUID application = strong();
        Published.send(Published.section(application, "hard", 2, 10));
        JsonNode decision = Api.awaitRecommendation(application, "REJECT");
        String manager = "manager-" + application;
        Api.asPerson(manager, "hiring-manager").get(PATH, application).then().statusCode(200);

        Api.asPerson(manager, "hiring-manager")
                .body("{\"verdict\": \"REJECT\", \"decisionNumber\": "
                        + decision.path("number").asInt() + "}")
                .put("/v1/applications/{id}/verdict", application)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/explanation-not-seen"));
    }

    @Test
    void the_limit_cuts_the_list_but_not_the_count() {
        UUID application = strong();

        Api.as("auditor")
                .get(PATH + "?limit=1", application)
                .then()
                .statusCode(200)
                .body("changes", hasSize(1), "fragility.items", hasSize(1), "fragility.flips", equalTo(2))
                .body("found", greaterThan(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x"})
    void a_limit_that_is_none_is_refused(String query) {
        Api.as("auditor").get(PATH + "?" + query, strong()).then().statusCode(422);
    }

    @Test
    void only_those_who_may_read_the_decision_may_ask() {
        for (String role : List.of("recruiter", "interviewer", "assessor", "operator")) {
            Api.as(role).get(PATH, Ids.next()).then().statusCode(403);
        }
        Api.as("auditor")
                .get(PATH, Ids.next())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/application-not-yet-known"));
        Api.as("auditor").get(PATH, "no-uuid").then().statusCode(404);
    }

    @Test
    void who_waits_too_long_for_a_place_is_asked_to_come_again() {
        UUID application = strong();
        for (int taken = 0; taken < AT_ONCE; taken++) {
            places.take("somebody-" + taken);
        }
        try {
            Api.as("auditor")
                    .get(PATH, application)
                    .then()
                    .statusCode(429)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("5"))
                    .body("type", equalTo("/problems/too-many-searches"));
            places.giveBack("somebody-0");
            Api.as("auditor").get(PATH, application).then().statusCode(200);
            // The search has given its place back.
            places.take("somebody-0");
        } finally {
            for (int taken = 0; taken < AT_ONCE; taken++) {
                places.giveBack("somebody-" + taken);
            }
        }
    }

    private UUID strong() {
        UUID application = Ids.next();
        Published.send(Published.submitted(application, job, 1));
        Published.send(Published.strong(application));
        Api.awaitRecommendation(application, "ADVANCE");
        return application;
    }
}
