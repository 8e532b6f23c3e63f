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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rebuild in the live database: what is whole stays as it is, what was lost or changed is found and put right. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class RebuildOperationsTest {
    private static final String PATH = "/v1/operations/rebuilds";

    private final UUID job = Ids.next();
    private final UUID one = Ids.next();

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void play() {
        Published.publishJob(job, Rubrics.clinic(70));
        Published.send(Published.submitted(one, job, 1));
        Published.send(Published.strong(one));
        Api.awaitRecommendation(one, "ADVANCE");
        Scene.FACTS.forEach(topic -> TestKafka.awaitNoLag("decision-service-facts", topic));
    }

    @AfterEach
    void forget() throws SQLException {
        execute("drop table if exists kept_application");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql.replace("$one", "'" + one + "'"));
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

    private static List<String> published(UUID application) {
        return TestKafka.read(Published.DECISIONS).stream()
                .filter(event -> event.key().equals(application.toString()))
                .map(ReceivedEvent::id)
                .toList();
    }

    @Test
    void what_is_whole_stays_as_it_is_and_nothing_is_published() {
        Scene scene = Scene.play();
        Map<String, JsonNode> before = scene.decisions();
        Map<UUID, List<String>> events = new LinkedHashMap<>();
        scene.ids().forEach(id -> events.put(id, published(id)));

        assertThat(rebuild(scene.ids())).isEmpty();

        assertThat(scene.decisions()).isEqualTo(before);
        events.forEach((id, known) -> assertThat(published(id)).isEqualTo(known));
    }

    @Test
    void an_application_that_was_lost_is_there_again_with_its_verdict() throws SQLException {
        int number = Api.decision(one).path("number").asInt();
        Api.as("hiring-manager")
                .body("{\"verdict\": \"HIRE\", \"decisionNumber\": " + number + "}")
                .put("/v1/applications/{id}/verdict", one)
                .then()
                .statusCode(200);
        Awaitility.await("the verdict is published")
                .until(() -> TestKafka.read(Published.DECISIONS).stream()
                        .anyMatch(event -> event.key().equals(one.toString())
                                && event.type().equals("dev.plumbline.decision.verdict-recorded.v1")));
        JsonNode before = Api.decision(one);
        execute(
                "delete from application where id = $one",
                "delete from decision where application_id = $one",
                "delete from verdict where application_id = $one");

        assertThat(rebuild(List.of(one))).containsEntry(one.toString(), "FACTS");

        JsonNode after = Api.decision(one);
        assertThat(after.path("contentDigest")).isEqualTo(before.path("contentDigest"));
        assertThat(after.path("verdict").path("verdict").asText()).isEqualTo("HIRE");
        assertThat(after.path("verdict").path("stale").asBoolean()).isFalse();
        assertThat(rebuild(List.of(one))).isEmpty();
    }

    @Test
    void a_database_older_than_the_topics_catches_up() throws SQLException {
        execute("create table kept_application as select * from application where id = $one");
        JsonNode old = Api.decision(one);
        Published.send(Published.section(one, "hard", 2, 20));
        JsonNode latest = Api.awaitRecommendation(one, "REJECT");
        execute(
                "delete from application where id = $one",
                "insert into application select * from kept_application",
                "delete from decision where application_id = $one and number > " + old.path("number"));
        assertThat(Api.decision(one).path("recommendation").asText()).isEqualTo("ADVANCE");

        assertThat(rebuild(List.of(one))).containsEntry(one.toString(), "FACTS");

        assertThat(Api.decision(one).path("contentDigest")).isEqualTo(latest.path("contentDigest"));
    }

    @Test
    void a_decision_that_its_facts_do_not_come_to_is_made_again() throws SQLException {
        JsonNode before = Api.decision(one);
        execute("update application set publication = sha256('other'), recommendation = 'REJECT' where id = $one");

        assertThat(rebuild(List.of(one))).containsEntry(one.toString(), "RESULT");

        JsonNode after = Api.decision(one);
        assertThat(after.path("contentDigest")).isEqualTo(before.path("contentDigest"));
        assertThat(after.path("recommendation").asText()).isEqualTo("ADVANCE");
        assertThat(after.path("number").asInt()).isEqualTo(before.path("number").asInt() + 1);
        assertThat(rebuild(List.of(one))).isEmpty();
    }

    @Test
    void a_history_that_was_changed_is_told_and_not_changed_again() throws SQLException {
        execute("update decision set outcome = convert_to('{}', 'UTF8') where application_id = $one and number ="
                + " (select number from application where id = $one)");

        assertThat(rebuild(List.of(one))).containsEntry(one.toString(), "HISTORY");
        assertThat(rebuild(List.of(one))).containsEntry(one.toString(), "HISTORY");

        execute("delete from application where id = $one", "delete from decision where application_id = $one");
        assertThat(rebuild(List.of(one))).containsEntry(one.toString(), "FACTS");
    }
}
