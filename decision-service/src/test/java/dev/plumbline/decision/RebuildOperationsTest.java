package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A rebuild in the live database: what is whole stays as it is, what was lost or changed is found and put right. */
@Order(1)
@QuarkusTest
@WithTestResource(PlatformResource.class)
class RebuildOperationsTest {
    private static final String PATH = "/v1/operations/rebuilds";

    private final UUID job = Ids.next();
    private final UUID lost = Ids.next();
    private final UUID older = Ids.next();
    private final UUID other = Ids.next();
    private final UUID history = Ids.next();
    private final UUID whole = Ids.next();

    @Inject
    AgroalDataSource dataSource;

    private Map<String, UUID> named() {
        return Map.of("$lost", lost, "$older", older, "$other", other, "$history", history, "$job", job);
    }

    @BeforeEach
    void play() {
        Published.publishJob(job, Rubrics.clinic(70));
        for (UUID application : List.of(lost, older, other, history, whole)) {
            Published.send(Published.submitted(application, job, 1));
            Published.send(Published.strong(application));
        }
        for (UUID application : List.of(lost, older, other, history, whole)) {
            Api.awaitRecommendation(application, "ADVANCE");
        }
        Scene.FACTS.forEach(topic -> TestKafka.awaitNoLag("decision-service-facts", topic));
    }

    @AfterEach
    void forget() throws SQLException {
        execute("drop table if exists kept_application", "drop table if exists kept_decision");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                String named = sql;
                for (Map.Entry<String, UUID> one : named().entrySet()) {
                    named = named.replace(one.getKey(), "'" + one.getValue() + "'");
                }
                statement.execute(named);
            }
        }
    }

    /** What a rebuild finds of these, by kind; runs it to its end. */
    private static Map<String, String> rebuild(Collection<UUID> of) {
        Response started = Api.as("operator").post(PATH);
        started.then().statusCode(202);
        String location = started.header("Location");
        JsonNode ended = Awaitility.await("the rebuild's end")
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> Api.json(Api.as("auditor").get(location)),
                        rebuild -> rebuild.path("status").asText().equals("FINISHED"));
        assertThat(ended.path("read")).isEqualTo(ended.path("toRead"));
        assertThat(ended.path("compared").asInt()).isGreaterThanOrEqualTo(of.size());
        Map<String, String> found = new LinkedHashMap<>();
        TreeSet<String> subjects = new TreeSet<>();
        String cursor = "";
        do {
            JsonNode page = Api.json(Api.as("operator").get(location + "/differences?limit=500" + cursor));
            page.path("items").forEach(difference -> {
                String subject = difference.path("subject").asText();
                subjects.add(subject);
                if (of.contains(UUID.fromString(subject))) {
                    found.merge(subject, difference.path("kind").asText(), (a, b) -> a + " " + b);
                }
            });
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        assertThat(ended.path("differing").asInt()).isEqualTo(subjects.size());
        return found;
    }

    /** The events of these applications, by application: the topic has those of many others, and is read once. */
    private static Map<String, List<String>> published(Collection<UUID> applications) {
        Set<String> keys = applications.stream().map(UUID::toString).collect(Collectors.toSet());
        return TestKafka.read(Published.DECISIONS).stream()
                .filter(event -> keys.contains(event.key()))
                .collect(Collectors.groupingBy(
                        ReceivedEvent::key, Collectors.mapping(ReceivedEvent::id, Collectors.toList())));
    }

    @Test
    void what_is_whole_stays_as_it_is_and_nothing_is_published() throws SQLException {
        Scene scene = Scene.play();
        Map<String, JsonNode> before = scene.decisions();
        Map<String, List<String>> events = published(scene.ids());

        // As a version from before has it: the digest becomes known when the record is read, and nothing else is kept
        // then.
        execute("update rubric set fact_digest = '' where job_id = $job");
        List<UUID> subjects = new ArrayList<>(scene.ids());
        subjects.add(job);

        assertThat(rebuild(subjects)).isEmpty();

        assertThat(new DatabaseLocks(dataSource).query("select length(fact_digest) from rubric where job_id = ?", job))
                .containsExactly("32");
        assertThat(scene.decisions()).isEqualTo(before);
        assertThat(events).hasSameSizeAs(scene.ids());
        assertThat(published(scene.ids())).isEqualTo(events);
    }

    @Test
    void what_was_lost_or_changed_is_found_and_put_right() throws SQLException {
        hire(lost);
        execute("create table kept_application as select * from application where id = $older");
        int oldNumber = Api.decision(older).path("number").asInt();
        Published.send(Published.section(older, "hard", 2, 20));
        JsonNode latest = Api.awaitRecommendation(older, "REJECT");
        JsonNode before = Api.decision(lost);
        JsonNode beforeOther = Api.decision(other);
        TestKafka.awaitNoLag("decision-service-facts", Published.ASSESSMENTS);
        execute(
                "create table kept_decision as select * from decision where application_id = $history",
                "delete from application where id in ($lost, $older)",
                "delete from decision where application_id = $lost or application_id = $older and number > "
                        + oldNumber,
                "insert into application select * from kept_application",
                "update application set publication = sha256('x'), recommendation = 'REJECT' where id = $other",
                "update decision set outcome = convert_to('{}', 'UTF8') where application_id = $history and number ="
                        + " (select number from application where id = $history)");

        assertThat(rebuild(List.of(lost, older, other, history, whole)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        lost.toString(), "FACTS",
                        older.toString(), "FACTS",
                        other.toString(), "RESULT",
                        history.toString(), "HISTORY"));

        JsonNode after = Api.decision(lost);
        assertThat(after.path("contentDigest")).isEqualTo(before.path("contentDigest"));
        assertThat(after.path("verdict").path("verdict").asText()).isEqualTo("HIRE");
        assertThat(after.path("verdict").path("stale").asBoolean()).isFalse();
        assertThat(Api.decision(older).path("contentDigest")).isEqualTo(latest.path("contentDigest"));
        JsonNode afterOther = Api.decision(other);
        assertThat(afterOther.path("contentDigest")).isEqualTo(beforeOther.path("contentDigest"));
        assertThat(afterOther.path("recommendation").asText()).isEqualTo("ADVANCE");
        assertThat(afterOther.path("number").asInt())
                .isEqualTo(beforeOther.path("number").asInt() + 1);
        // What is put right is found no more; the history nobody changes.
        assertThat(rebuild(List.of(lost, older, other, history, whole)))
                .isEqualTo(Map.of(history.toString(), "HISTORY"));
        execute(
                "delete from decision where application_id = $history",
                "insert into decision select * from kept_decision");
    }

    private static void hire(UUID application) {
        int number = Api.decision(application).path("number").asInt();
        Api.as("hiring-manager")
                .body("{\"verdict\": \"HIRE\", \"decisionNumber\": " + number + "}")
                .put("/v1/applications/{id}/verdict", application)
                .then()
                .statusCode(200);
        Awaitility.await("the verdict is published")
                .until(() -> TestKafka.read(Published.DECISIONS).stream()
                        .anyMatch(event -> event.key().equals(application.toString())
                                && event.type().equals("dev.plumbline.decision.verdict-recorded.v1")));
    }
}
