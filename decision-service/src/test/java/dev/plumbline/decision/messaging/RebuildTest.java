package dev.plumbline.decision.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.Scene;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** An empty database that reads all topics from zero, in any order of them, comes to the same decisions and verdicts. */
@Order(2)
@QuarkusTest
@WithTestResource(PlatformResource.class)
class RebuildTest {
    private static final String TABLES =
            "truncate application, decision, rubric, fan_out, verdict, verdict_stale, explanation_seen, panel_seat";
    private static final int BATCH = 7;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    JobConsumer jobs;

    @Inject
    FactConsumer facts;

    @Inject
    OwnFacts ownFacts;

    @Inject
    OwnFactsReader ownFactsReader;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void a_database_that_is_lost_is_made_again_from_the_topics() throws SQLException {
        Scene scene = Scene.play();
        Map<String, JsonNode> before = scene.decisions();
        Set<String> staleBefore = staleVerdicts();
        Map<String, List<ConsumerRecord<String, byte[]>>> records = records(scene);

        for (int seed = 1; seed <= 3; seed++) {
            empty();
            rebuild(records, new Random(seed));
            Awaitility.await("the same decisions again, seed " + seed)
                    .untilAsserted(() -> assertThat(scene.decisions()).isEqualTo(before));
            assertThat(scene.withheldFrom("cyd")).isEqualTo(1);
            assertThat(scene.withheldFrom("ana")).isZero();
        }

        // Nothing is said to be stale that only was incomplete for a while.
        assertThat(staleVerdicts()).isEqualTo(staleBefore);
    }

    @Test
    void the_service_reads_its_own_facts_back_when_it_starts() throws Exception {
        Scene scene = Scene.play();
        Map<String, JsonNode> before = scene.decisions();
        empty();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.deleteConsumerGroups(List.of(OwnFactsReader.GROUP)).all().get();
        }

        ownFactsReader.readBack();
        Random random = new Random(4);
        Map<String, List<ConsumerRecord<String, byte[]>>> records = records(scene);
        batches(records, Scene.FACTS, facts::consume, random).forEach(Runnable::run);
        batches(records, List.of(Scene.JOBS), jobs::consume, random).forEach(Runnable::run);

        Awaitility.await("the same decisions again")
                .untilAsserted(() -> assertThat(scene.decisions()).isEqualTo(before));
    }

    private void empty() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    private void rebuild(Map<String, List<ConsumerRecord<String, byte[]>>> records, Random random) {
        List<Runnable> batches = new ArrayList<>();
        batches.addAll(batches(records, List.of(Scene.JOBS), jobs::consume, random));
        batches.addAll(batches(records, Scene.FACTS, facts::consume, random));
        batches.addAll(batches(records, List.of(Scene.DECISIONS), ownFacts::take, random));
        Collections.shuffle(batches, random);
        batches.forEach(Runnable::run);
    }

    /** The records of the scene, by topic: those of all other tests would only make it longer. */
    private Map<String, List<ConsumerRecord<String, byte[]>>> records(Scene scene) {
        awaitAllPublished();
        return Stream.concat(Stream.of(Scene.JOBS, Scene.DECISIONS), Scene.FACTS.stream())
                .collect(Collectors.toMap(
                        topic -> topic,
                        topic -> TestKafka.read(topic).stream()
                                .map(ReceivedEvent::record)
                                .filter(record -> scene.isAbout(record.key()))
                                .toList()));
    }

    /** Waits until the topics have all that there is. */
    private void awaitAllPublished() {
        Awaitility.await("an empty outbox").atMost(Duration.ofSeconds(20)).until(() -> {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from outbox")) {
                row.next();
                return row.getLong(1) == 0;
            }
        });
    }

    private static List<Runnable> batches(
            Map<String, List<ConsumerRecord<String, byte[]>>> byTopic,
            List<String> topics,
            Consumer<ConsumerRecords<String, byte[]>> consumer,
            Random random) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        topics.forEach(topic -> records.addAll(byTopic.getOrDefault(topic, List.of())));
        Collections.shuffle(records, random);
        List<Runnable> batches = new ArrayList<>();
        for (int from = 0; from < records.size(); from += BATCH) {
            List<ConsumerRecord<String, byte[]>> batch = records.subList(from, Math.min(from + BATCH, records.size()));
            TopicPartition any = new TopicPartition(topics.getFirst(), 0);
            batches.add(() -> consumer.accept(new ConsumerRecords<>(Map.of(any, batch), Map.of())));
        }
        return batches;
    }

    private Set<String> staleVerdicts() {
        awaitAllPublished();
        return TestKafka.read(Scene.DECISIONS).stream()
                .filter(event -> event.type().equals("dev.plumbline.decision.verdict-stale.v1"))
                .map(event -> event.key() + " " + event.data().path("verdictRevision"))
                .collect(Collectors.toSet());
    }
}
