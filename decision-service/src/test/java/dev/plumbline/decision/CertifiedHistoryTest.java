package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.TestKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens to an application, the facts of its history folded up to any number are that decision's evidence: the
 * service makes each decision again before it certifies it.
 */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class CertifiedHistoryTest {
    private static final int APPLICATIONS = 12;
    private static final String ALL = "ALL_OPEN_APPLICATIONS";

    private final UUID job = Ids.next();

    @Test
    void facts_in_any_order_with_conflicts_and_a_new_rubric_in_the_middle() {
        Random random = new Random(20260316);
        Published.publishJob(job, Rubrics.clinic(70));
        List<UUID> applications = new ArrayList<>();
        List<ProducerRecord<String, byte[]>> all = new ArrayList<>();
        for (int i = 0; i < APPLICATIONS; i++) {
            UUID application = Ids.next();
            applications.add(application);
            all.addAll(facts(application, random));
        }
        Published.send(all.subList(0, all.size() / 2));
        Published.send(Published.job(job, 2, ALL, Rubrics.clinic(80)));
        Published.send(all.subList(all.size() / 2, all.size()));
        applications.forEach(application -> {
            Api.awaitDecision(
                    application,
                    decision -> decision.path("rubricVersion").asInt() == 2
                            && soft(decision).equals("99.00"));
            waive(application);
        });
        awaitNoFacts();

        applications.forEach(Certified::ofAll);
    }

    private List<ProducerRecord<String, byte[]>> facts(UUID application, Random random) {
        List<ProducerRecord<String, byte[]>> facts = new ArrayList<>(Published.strong(application));
        facts.add(Published.submitted(application, job, 1));
        facts.add(Published.lifecycle("withdrawn", application, 2, "WITHDRAWN", job, 1));
        facts.add(Published.lifecycle("reinstated", application, 3, "SUBMITTED", job, 1));
        for (int revision = 2; revision < 6; revision++) {
            // Twice each revision, with two contents: one of them has to give way.
            for (int twice = 0; twice < 2; twice++) {
                facts.add(Published.section(application, "hard", revision, random.nextInt(101)));
                facts.add(Published.rated(application, "billing", "ana", revision, 1 + random.nextInt(9)));
                facts.add(Published.flag(application, "f" + twice, revision, twice == 0 ? "RAISED" : "DISMISSED"));
            }
        }
        facts.add(Published.sectionRetracted(application, "soft", 8));
        facts.add(Published.section(application, "soft", 9, 99));
        facts.addAll(facts.subList(0, 5));
        Collections.shuffle(facts, random);
        return facts;
    }

    private static void waive(UUID application) {
        Api.as("hiring-manager")
                .body("{\"node\": \"soft\", \"reason\": \"ACCOMMODATION\"}")
                .post("/v1/applications/{id}/waivers", application)
                .then()
                .statusCode(201);
        Api.as("hiring-manager")
                .delete("/v1/applications/{id}/waivers/soft", application)
                .then()
                .statusCode(204);
    }

    @Test
    void a_rating_outside_the_scale_counts_once_a_later_rubric_s_scale_has_it() {
        UUID application = decided();
        Published.send(Published.rated(application, "billing", "ana", 1, 7));
        awaitNoFacts();
        JsonNode before = Api.decision(application);
        assertThat(before.path("number").asInt()).isEqualTo(1);
        assertThat(before.path("explanation").path("outOfScale")).hasSize(1);

        Published.send(Published.job(job, 2, ALL, Rubrics.CLINIC.replace("\"max\": 5", "\"max\": 10")));
        JsonNode decision = Api.awaitNumber(application, 2);

        assertThat(decision.path("explanation").path("outOfScale")).isEmpty();
        Certified certified = Certified.ofAll(application);
        assertThat(certified.facts(2, "RATING")).hasSize(1);
        assertThat(certified.facts(2, "RATING").getFirst().path("rating").asText())
                .isEqualTo("7");
    }

    @Test
    void facts_that_change_nothing_come_with_the_next_decision_the_newest_of_each() {
        UUID application = decided();
        Published.send(Published.section(application, "hard", 1, 90));
        Api.awaitNumber(application, 2);
        for (int revision = 2; revision < 6; revision++) {
            Published.send(Published.section(application, "hard", revision, 90));
        }
        awaitNoFacts();
        assertThat(Api.decision(application).path("number").asInt()).isEqualTo(2);

        Published.send(Published.section(application, "soft", 1, 80));
        Api.awaitNumber(application, 3);

        List<JsonNode> sections = Certified.ofAll(application).facts(3, "SECTION");
        assertThat(sections).extracting(fact -> fact.path("revision").asText()).containsExactly("5", "1");
    }

    @Test
    void facts_that_waited_for_their_rubric_are_in_the_decision_that_took_them() {
        Published.publishJob(job, Rubrics.CLINIC);
        UUID application = Ids.next();
        Published.send(Published.submitted(application, job, 2));
        Published.send(Published.strong(application));
        UUID moved = Ids.next();
        Published.send(Published.submitted(moved, job, 1));
        Api.awaitNumber(moved, 1);
        Published.send(Published.lifecycle("submitted", moved, 2, "SUBMITTED", job, 2));
        Published.send(Published.strong(moved));
        awaitNoFacts();
        assertThat(Certified.get(application, 1).statusCode()).isEqualTo(404);
        assertThat(Certified.get(moved, 2).statusCode()).isEqualTo(404);

        Published.send(Published.job(job, 2, "NEW_APPLICATIONS", Rubrics.clinic(75)));
        Api.awaitRecommendation(application, "ADVANCE");
        Api.awaitRecommendation(moved, "ADVANCE");

        assertThat(Certified.ofAll(application).decision(1).path("facts")).hasSize(8);
        assertThat(Certified.ofAll(moved).decision(2).path("facts")).hasSize(8);
    }

    @Test
    void who_moves_to_a_job_that_is_not_known_yet_is_explained_as_it_was_decided() {
        Published.publishJob(job, Rubrics.CLINIC);
        UUID application = Ids.next();
        Published.send(Published.submitted(application, job, 1));
        Published.send(Published.strong(application));
        JsonNode before = Api.awaitRecommendation(application, "ADVANCE");

        Published.send(Published.lifecycle("submitted", application, 2, "SUBMITTED", Ids.next(), 1));
        awaitNoFacts();

        assertThat(Api.decision(application)).isEqualTo(before);
        Api.as("auditor")
                .get("/v1/applications/{id}/decision/what-would-change", application)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void decisions_under_a_rubric_content_that_gave_way_go_on_being_provable(boolean lenientFirst) {
        String lenient = Rubrics.clinic(50);
        String strict = Rubrics.clinic(95);
        Published.publishJob(job, lenientFirst ? lenient : strict);
        UUID application = Ids.next();
        Published.send(Published.submitted(application, job, 1));
        Published.send(Published.strong(application));
        awaitNoFacts();
        Published.send(Published.job(job, 1, "NEW_APPLICATIONS", lenientFirst ? strict : lenient));
        TestKafka.awaitNoLag("decision-service", Published.JOBS);
        Published.send(Published.section(application, "hard", 2, 91));

        Api.awaitDecision(
                application,
                decision ->
                        decision.path("nodes").path("hard").path("low").asText().equals("91.00"));

        Certified.ofAll(application);
    }

    @Test
    void another_job_is_another_rubric_though_its_version_has_the_same_number() {
        UUID other = Ids.next();
        Published.publishJob(other, Rubrics.clinic(95));
        UUID application = decided();
        Published.send(Published.strong(application));
        Api.awaitRecommendation(application, "ADVANCE");
        awaitNoFacts();

        Published.send(Published.lifecycle("submitted", application, 2, "SUBMITTED", other, 1));
        Api.awaitRecommendation(application, "REJECT");

        assertThat(Certified.ofAll(application).certificate().path("rubrics")).hasSize(2);
    }

    private UUID decided() {
        Published.publishJob(job, Rubrics.CLINIC);
        UUID application = Ids.next();
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);
        return application;
    }

    private static String soft(JsonNode decision) {
        return decision.path("nodes").path("soft").path("low").asText();
    }

    private static void awaitNoFacts() {
        List.of(Published.APPLICATIONS, Published.ASSESSMENTS, Published.INTERVIEWS)
                .forEach(topic -> TestKafka.awaitNoLag("decision-service-facts", topic));
    }
}
