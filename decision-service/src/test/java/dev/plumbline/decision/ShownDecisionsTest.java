package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.TestKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer that was kept is given again only where a new one would say the same to the same person. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ShownDecisionsTest {
    private static final String PATH = "/v1/applications/{id}/decision";

    private final UUID job = Ids.next();
    private final UUID application = Ids.next();

    @BeforeEach
    void a_strong_application_whose_decision_is_kept() {
        Published.publishJob(job, Rubrics.CLINIC);
        Published.send(Published.submitted(application, job, 1));
        Published.send(Published.strong(application));
        Api.awaitRecommendation(application, "ADVANCE");
        TestKafka.awaitNoLag("decision-service-facts", Published.ASSESSMENTS);
        TestKafka.awaitNoLag("decision-service-facts", Published.INTERVIEWS);
        assertThat(Api.decision(application)).isEqualTo(Api.decision(application));
    }

    @Test
    void a_fact_that_makes_no_new_decision_is_in_the_explanation_at_once() {
        UUID bare = Ids.next();
        Published.send(Published.submitted(bare, job, 1));
        JsonNode before = Api.awaitNumber(bare, 1);
        assertThat(Api.decision(bare)).isEqualTo(before);

        Published.send(Published.rated(bare, "billing", "eve", 1, 7));
        TestKafka.awaitNoLag("decision-service-facts", Published.INTERVIEWS);

        JsonNode after = Api.decision(bare);
        assertThat(after.path("chainDigest")).isEqualTo(before.path("chainDigest"));
        assertThat(after.at("/explanation/outOfScale/0/rater").asText()).isEqualTo("eve");
    }

    @Test
    void whoever_owes_a_rating_does_not_get_what_others_were_given() {
        Published.send(Published.panel(application, "billing", 2, "ana", "ben", "cyd"));
        Api.awaitRecommendation(application, "PENDING");

        Api.asPerson("cyd", "auditor")
                .get(PATH, application)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/rate-first"));
        Api.asPerson("ana", "auditor").get(PATH, application).then().statusCode(200);
    }

    @Test
    void whoever_was_shown_a_kept_answer_has_seen_it_and_nobody_else_has() {
        Published.send(Published.section(application, "hard", 2, 10));
        int number =
                Api.awaitRecommendation(application, "REJECT").path("number").asInt();
        Api.decision(application);
        String looked = "looked-" + application;
        Api.asPerson(looked, "hiring-manager").get(PATH, application).then().statusCode(200);

        assertThat(reject("others", number)).isEqualTo(409);
        assertThat(reject(looked, number)).isEqualTo(200);
    }

    @Test
    void a_verdict_is_shown_at_once_and_is_stale_at_once() {
        int number = Api.decision(application).path("number").asInt();
        Api.as("hiring-manager")
                .body("{\"verdict\": \"HIRE\", \"decisionNumber\": " + number + "}")
                .put("/v1/applications/{id}/verdict", application)
                .then()
                .statusCode(200);

        assertThat(Api.decision(application).at("/verdict/verdict").asText()).isEqualTo("HIRE");

        Published.send(Published.section(application, "hard", 2, 10));
        JsonNode rejected = Api.awaitRecommendation(application, "REJECT");
        assertThat(rejected.at("/verdict/stale").asBoolean()).isTrue();
    }

    @Test
    void a_rubric_that_only_names_things_anew_is_shown_with_its_names() {
        Published.send(Published.job(
                job, 2, "ALL_OPEN_APPLICATIONS", Rubrics.CLINIC.replace("\"Hard skills\"", "\"Clinic knowledge\"")));

        JsonNode renamed = Api.awaitDecision(
                application, decision -> decision.path("rubricVersion").asInt() == 2);

        assertThat(renamed.at("/explanation/mustHaves/0/name").asText()).isEqualTo("Clinic knowledge");
    }

    private int reject(String person, int number) {
        return Api.asPerson(person, "hiring-manager")
                .body("{\"verdict\": \"REJECT\", \"decisionNumber\": " + number + "}")
                .put("/v1/applications/{id}/verdict", application)
                .statusCode();
    }
}
