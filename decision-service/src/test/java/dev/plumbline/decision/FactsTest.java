package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
        history(application)
                .forEach(decision ->
                        triggers.add(decision.path("trigger").path("eventId").asText()));

        assertThat(triggers).isEqualTo(facts.stream().map(FactsTest::id).toList());
    }

    @Test
    void a_duplicate_and_an_older_revision_change_nothing() {
        ProducerRecord<String, byte[]> newest = Published.section(application, "hard", 5, 90);
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);
        Published.send(newest);
        Api.awaitNumber(application, 2);

        Published.send(newest, Published.section(application, "hard", 4, 10), newest);
        Published.send(Published.section(application, "soft", 1, 80));

        Api.awaitNumber(application, 3);
        assertThat(history(application)).hasSize(3);
        assertThat(history(application)
                        .get(2)
                        .path("nodes")
                        .path("hard")
                        .path("low")
                        .asText())
                .isEqualTo("90.00");
    }

    @Test
    void a_higher_revision_with_the_same_content_is_no_new_decision() {
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);
        Published.send(Published.section(application, "hard", 1, 90));
        Api.awaitNumber(application, 2);

        Published.send(Published.section(application, "hard", 7, 90));
        Published.send(Published.section(application, "soft", 1, 80));

        Api.awaitNumber(application, 3);
        assertThat(history(application)).hasSize(3);
    }

    @Test
    void every_order_of_the_same_facts_ends_at_the_same_content() {
        List<UUID> applications = new ArrayList<>();
        List<ProducerRecord<String, byte[]>> all = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 24; i++) {
            UUID one = Ids.next();
            applications.add(one);
            List<ProducerRecord<String, byte[]>> facts = new ArrayList<>(Published.strong(one));
            facts.add(Published.submitted(one, job, 1));
            facts.add(Published.lifecycle("withdrawn", one, 2, "WITHDRAWN", job, 1));
            facts.add(Published.lifecycle("reinstated", one, 3, "SUBMITTED", job, 1));
            facts.add(Published.section(one, "hard", 2, 75));
            facts.add(Published.flag(one, "f", 1, "RAISED"));
            facts.add(Published.flag(one, "f", 2, "DISMISSED"));
            facts.addAll(facts.subList(0, 3));
            Collections.shuffle(facts, random);
            all.addAll(facts);
        }
        Published.send(all);

        List<String> digests = applications.stream()
                .map(one -> Api.awaitDecision(
                        one,
                        decision -> decision.path("recommendation").asText().equals("ADVANCE")
                                && decision.path("nodes")
                                        .path("hard")
                                        .path("low")
                                        .asText()
                                        .equals("75.00")
                                && !decision.path("withdrawn").asBoolean()))
                .map(decision -> decision.path("contentDigest").asText())
                .distinct()
                .toList();
        assertThat(digests).hasSize(1);
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
    void a_poison_record_is_set_aside_with_its_reason_and_the_rest_go_on() {
        ProducerRecord<String, byte[]> tooMuch = Published.section(application, "soft", 1, 80, 30);
        ProducerRecord<String, byte[]> noJson = Published.section(application, "soft", 1, "\"");
        ProducerRecord<String, byte[]> noRevision = Published.section(application, "soft", 0, 80);
        ProducerRecord<String, byte[]> foreign = Published.section(application, "soft", 1, 80);
        foreign.headers()
                .remove("ce_source")
                .add("ce_source", "/plumbline/job-service".getBytes(StandardCharsets.UTF_8));
        Published.send(
                Published.submitted(application, job, 1),
                Published.section(application, "hard", 1, 90),
                tooMuch,
                noJson,
                noRevision,
                foreign,
                Published.section(application, "hard", 2, 91));

        JsonNode decision = Api.awaitDecision(
                application,
                one -> one.path("nodes").path("hard").path("low").asText().equals("91.00"));

        assertThat(decision.path("nodes").path("soft").path("low").asText()).isEqualTo("0.00");
        assertThat(reasonOf(tooMuch)).isEqualTo("/earned must not, with pending, be above possible");
        assertThat(reasonOf(noJson)).isEqualTo("the data is not well-formed JSON");
        assertThat(reasonOf(noRevision)).isEqualTo("/revision must be a whole number of at least 1");
        assertThat(reasonOf(foreign)).contains("owner");
    }

    @Test
    void of_two_contents_with_one_revision_the_same_stays_in_either_order() {
        UUID other = Ids.next();
        Published.send(Published.submitted(application, job, 1), Published.submitted(other, job, 1));
        Api.awaitNumber(application, 1);
        Api.awaitNumber(other, 1);
        List<ProducerRecord<String, byte[]>> one = List.of(
                Published.rated(application, "billing", "ana", 1, 2),
                Published.rated(application, "billing", "ana", 1, 5));
        List<ProducerRecord<String, byte[]>> reversed =
                List.of(Published.rated(other, "billing", "ana", 1, 5), Published.rated(other, "billing", "ana", 1, 2));
        Published.send(one);
        Published.send(reversed);
        TestKafka.awaitNoLag("decision-service-facts", Published.INTERVIEWS);

        JsonNode first = Api.awaitNumber(application, 2);
        JsonNode second = Api.awaitNumber(other, 2);

        assertThat(first.path("contentDigest")).isEqualTo(second.path("contentDigest"));
        List<ReceivedEvent> letters = new ArrayList<>();
        try (TopicReader reader = TestKafka.reader(Published.DEAD_LETTERS)) {
            letters.addAll(reader.await(
                    read -> of(read, application).size() + of(read, other).size() >= 2));
        }
        boolean fiveStays =
                first.path("nodes").path("q-billing").path("low").asText().equals("60.00");
        String rejected = fiveStays ? "2" : "5";
        assertThat(of(letters, application)).hasSize(1);
        assertThat(of(letters, other)).hasSize(1);
        assertThat(of(letters, application).getFirst().data().path("rating").asText())
                .isEqualTo(rejected);
        assertThat(of(letters, other).getFirst().data().path("rating").asText()).isEqualTo(rejected);
    }

    @Test
    void a_retracted_fact_is_gone_and_an_older_one_does_not_bring_it_back() {
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);
        Published.send(Published.section(application, "hard", 3, 90));
        Api.awaitNumber(application, 2);

        Published.send(
                Published.sectionRetracted(application, "hard", 4), Published.section(application, "hard", 2, 80));

        JsonNode decision = Api.awaitNumber(application, 3);
        assertThat(decision.path("nodes").path("hard").path("complete").asBoolean())
                .isFalse();
        assertThat(decision.path("nodes").path("hard").path("low").asText()).isEqualTo("0.00");
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

    private static List<ReceivedEvent> of(List<ReceivedEvent> letters, UUID application) {
        return letters.stream()
                .filter(letter -> letter.key().equals(application.toString()))
                .toList();
    }

    private static String reasonOf(ProducerRecord<String, byte[]> record) {
        try (TopicReader letters = TestKafka.reader(Published.DEAD_LETTERS)) {
            return letters.awaitEvent(letter -> letter.id().equals(id(record)))
                    .header("dead-letter-reason")
                    .orElseThrow();
        }
    }

    static String id(ProducerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    static List<JsonNode> history(UUID application) {
        List<JsonNode> decisions = new ArrayList<>();
        Api.json(Api.as("auditor").get("/v1/applications/{id}/decisions?limit=500", application))
                .path("items")
                .forEach(decisions::add);
        return decisions;
    }
}
