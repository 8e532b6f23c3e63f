package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts that come twice, late or in any order: the highest revision of each counts. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class RevisionsTest {
    private final UUID job = Ids.next();
    private final UUID application = Ids.next();

    @BeforeEach
    void publish_the_job() {
        Published.publishJob(job, Rubrics.CLINIC);
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
        assertThat(Api.history(application)).hasSize(3);
        assertThat(Api.history(application)
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
        assertThat(Api.history(application)).hasSize(3);
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
}
