package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.TestKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class FactsTest {
    private final UUID job = Ids.next();
    private final UUID application = Ids.next();

    @BeforeEach
    void publish_the_job() {
        Published.publishJob(job, Rubrics.CLINIC);
    }

    @Test
    void the_first_decision_comes_with_the_submission() {
        Published.send(Published.submitted(application, job, 1));

        JsonNode decision = Api.awaitNumber(application, 1);

        assertThat(decision.path("number").asInt()).isEqualTo(1);
        assertThat(decision.path("recommendation").asText()).isEqualTo("PENDING");
        assertThat(decision.path("total").toString()).isEqualTo("{\"low\":\"10.00\",\"high\":\"100.00\"}");
        assertThat(decision.path("rubricVersion").asInt()).isEqualTo(1);
    }

    @Test
    void each_fact_is_decided_in_its_turn_with_its_event_as_the_trigger() {
        List<ProducerRecord<String, byte[]>> facts = new ArrayList<>();
        facts.add(Published.submitted(application, job, 1));
        facts.add(Published.section(application, "hard", 1, 50));
        facts.add(Published.section(application, "hard", 2, 60));
        facts.add(Published.section(application, "hard", 3, 90));
        Published.send(facts.getFirst());
        Api.awaitNumber(application, 1);
        Published.send(facts.subList(1, 4));
        Api.awaitNumber(application, 4);

        List<String> triggers = new ArrayList<>();
        Api.history(application)
                .forEach(decision ->
                        triggers.add(decision.path("trigger").path("eventId").asText()));

        assertThat(triggers).isEqualTo(facts.stream().map(Published::id).toList());
    }

    @Test
    void facts_before_the_submission_wait_for_it() {
        Published.send(Published.strong(application));
        TestKafka.awaitNoLag("decision-service-facts", Published.INTERVIEWS);
        Api.as("auditor")
                .get("/v1/applications/{id}/decision", application)
                .then()
                .statusCode(409);

        Published.send(Published.submitted(application, job, 1));

        JsonNode decision = Api.awaitRecommendation(application, "ADVANCE");
        assertThat(decision.path("trigger").path("eventType").asText())
                .isEqualTo("dev.plumbline.application.submitted.v1");
    }

    @Test
    void a_rating_outside_the_scale_counts_as_absent_and_is_reported() {
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);
        Published.send(Published.rated(application, "billing", "ana", 1, 11));
        Published.send(Published.rated(application, "billing", "ben", 1, 5));

        JsonNode decision = Api.awaitNumber(application, 2);

        assertThat(decision.path("nodes").path("q-billing").path("low").asText())
                .isEqualTo("60.00");
        assertThat(decision.path("explanation").path("outOfScale").toString())
                .isEqualTo("[{\"question\":\"billing\",\"rater\":\"ana\"}]");
    }

    @Test
    void a_person_with_the_longest_sub_there_is_counts_like_any_other() {
        String longest = "auth0|" + "p".repeat(249);
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);
        Published.send(
                Published.panel(application, "billing", 1, longest, "ben"),
                Published.rated(application, "billing", longest, 1, 5),
                Published.rated(application, "billing", "ben", 1, 5),
                Published.attested(application, "talk", longest, 1, true));

        JsonNode decision = Api.awaitDecision(
                application, one -> one.at("/gates/4/state").asText().equals("PASSED"));

        assertThat(decision.at("/nodes/q-billing/low").asText()).isEqualTo("100.00");
    }

    @Test
    void a_withdrawn_application_goes_on_being_decided_and_comes_back_when_it_is_reinstated() {
        Published.send(Published.submitted(application, job, 1));
        Published.send(Published.lifecycle("withdrawn", application, 2, "WITHDRAWN", job, 1));
        Published.send(Published.strong(application));

        JsonNode withdrawn = Api.awaitRecommendation(application, "ADVANCE");
        assertThat(withdrawn.path("withdrawn").asBoolean()).isTrue();

        Published.send(Published.lifecycle("reinstated", application, 3, "SUBMITTED", job, 1));
        Api.awaitDecision(application, decision -> !decision.path("withdrawn").asBoolean());
    }

    @Test
    void what_is_unknown_is_ignored() {
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);
        ProducerRecord<String, byte[]> unknown = Published.section(application, "hard", 1, 90);
        unknown.headers()
                .remove("ce_type")
                .add("ce_type", "dev.plumbline.assessment.renamed.v9".getBytes(StandardCharsets.UTF_8));
        Published.send(unknown, Published.section(application, "no-such-section", 1, 3));

        JsonNode decision = Api.awaitNumber(application, 2);

        assertThat(decision.path("trigger").path("eventType").asText()).contains("section-scored");
        assertThat(decision.path("recommendation").asText()).isEqualTo("PENDING");
    }
}
