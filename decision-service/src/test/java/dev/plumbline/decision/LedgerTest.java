package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.app.DecisionHistory;
import dev.plumbline.decision.app.PastDecision;
import dev.plumbline.decision.app.Rubrics;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.json.CanonicalJson;
import dev.plumbline.decision.json.Digests;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The history against the evidence it was made of and against what was published. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class LedgerTest {
    private static final int APPLICATIONS = 20;
    private static final String CHANGED = "dev.plumbline.decision.changed.v1";

    private final UUID job = Ids.next();
    private final Random random = new Random(20260302);

    @Inject
    DecisionHistory history;

    @Inject
    Rubrics rubrics;

    @Test
    void every_decision_can_be_made_again_and_every_event_is_one_of_them() {
        Published.publishJob(job, dev.plumbline.decision.Rubrics.clinic(70));
        List<UUID> applications = new ArrayList<>();
        List<ProducerRecord<String, byte[]>> all = new ArrayList<>();
        for (int i = 0; i < APPLICATIONS; i++) {
            UUID application = Ids.next();
            applications.add(application);
            all.addAll(facts(application));
        }
        Published.send(all.subList(0, all.size() / 2));
        Published.send(Published.job(job, 2, "ALL_OPEN_APPLICATIONS", dev.plumbline.decision.Rubrics.clinic(80)));
        Published.send(all.subList(all.size() / 2, all.size()));
        applications.forEach(application -> Api.awaitDecision(
                application,
                decision -> decision.path("withdrawn").asBoolean()
                        && decision.path("nodes")
                                .path("soft")
                                .path("low")
                                .asText()
                                .equals("99.00")));
        List<String> topics = List.of(Published.APPLICATIONS, Published.ASSESSMENTS, Published.INTERVIEWS);
        topics.forEach(topic -> TestKafka.awaitNoLag("decision-service-facts", topic));

        try (TopicReader reader = TestKafka.reader(Published.DECISIONS)) {
            Map<UUID, List<PastDecision>> decisions = new LinkedHashMap<>();
            applications.forEach(application -> decisions.put(application, history.after(application, 0, 1000)));
            reader.await(read -> decisions.entrySet().stream()
                    .allMatch(one -> of(read, one.getKey()).size() >= published(one.getValue())));
            List<ReceivedEvent> read = reader.readToEnd();
            decisions.forEach((application, made) -> {
                checkChain(application, made);
                checkEvents(of(read, application), made);
            });
        }
    }

    private static long published(List<PastDecision> decisions) {
        return decisions.stream().filter(PastDecision::published).count();
    }

    private List<ProducerRecord<String, byte[]>> facts(UUID application) {
        List<ProducerRecord<String, byte[]>> facts = new ArrayList<>(Published.strong(application));
        facts.add(Published.submitted(application, job, 1));
        facts.add(Published.lifecycle("withdrawn", application, 2, "WITHDRAWN", job, 1));
        for (int revision = 2; revision < 8; revision++) {
            facts.add(Published.section(application, "hard", revision, random.nextInt(101)));
            facts.add(Published.rated(application, "billing", "ana", revision, 1 + random.nextInt(5)));
            facts.add(Published.flag(application, "f" + random.nextInt(2), revision, "RAISED"));
        }
        facts.add(Published.section(application, "soft", 9, 99));
        facts.addAll(facts.subList(0, 5));
        Collections.shuffle(facts, random);
        return facts;
    }

    private void checkChain(UUID application, List<PastDecision> decisions) {
        String predecessor = null;
        String published = null;
        for (int i = 0; i < decisions.size(); i++) {
            PastDecision stored = decisions.get(i);
            assertThat(stored.number()).isEqualTo(i + 1);
            CompiledRubric rubric =
                    rubrics.compiled(job, stored.rubricVersion()).orElseThrow();
            Evidence evidence = Facts.of(history.factsUntil(application, stored.number()))
                    .evidence(rubric.rubric().ratingScale())
                    .evidence();
            Decision decision = rubric.decide(evidence);
            String input = Digests.input(evidence, stored.rubricVersion(), stored.withdrawn());
            assertThat(stored.inputDigest()).isEqualTo(input);
            assertThat(stored.outcome())
                    .isEqualTo(CanonicalJson.content(decision, stored.rubricVersion(), stored.withdrawn(), null));
            assertThat(stored.contentDigest())
                    .isEqualTo(Digests.content(decision, stored.rubricVersion(), stored.withdrawn(), input));
            assertThat(stored.chainDigest())
                    .isEqualTo(Digests.chain(stored.contentDigest(), stored.number(), predecessor));
            String publication = Digests.publication(decision, stored.rubricVersion(), stored.withdrawn());
            assertThat(stored.published()).isEqualTo(!publication.equals(published));
            predecessor = stored.chainDigest();
            published = publication;
        }
    }

    private static void checkEvents(List<ReceivedEvent> events, List<PastDecision> decisions) {
        List<PastDecision> published =
                decisions.stream().filter(PastDecision::published).toList();
        assertThat(events).hasSameSizeAs(published);
        @Nullable PastDecision before = null;
        JsonNode recommendation = null;
        for (int i = 0; i < events.size(); i++) {
            Contracts.checkEvent("decision-service", events.get(i));
            JsonNode data = events.get(i).data();
            PastDecision stored = published.get(i);
            assertThat(data.path("number").asInt()).isEqualTo(stored.number());
            assertThat(data.path("contentDigest").asText()).isEqualTo(stored.contentDigest());
            assertThat(data.path("chainDigest").asText()).isEqualTo(stored.chainDigest());
            assertThat(data.path("decidedAt").asText())
                    .isEqualTo(stored.decidedAt().toString());
            assertThat(data.path("trigger").path("eventId").asText())
                    .isEqualTo(stored.trigger().eventId());
            assertThat(data.path("lastPublishedChainDigest").asText(null))
                    .isEqualTo(before == null ? null : before.chainDigest());
            assertThat(data.path("previousRecommendation").asText(null))
                    .isEqualTo(recommendation == null ? null : recommendation.asText());
            before = stored;
            recommendation = data.path("recommendation");
        }
    }

    private static List<ReceivedEvent> of(List<ReceivedEvent> events, UUID application) {
        return events.stream()
                .filter(event -> event.key().equals(application.toString())
                        && event.type().equals(CHANGED))
                .toList();
    }
}
