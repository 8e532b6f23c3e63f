package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.DatabaseLocks.Held;
import dev.plumbline.decision.app.FanOutWorker;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.TestKafka;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class FanOutTest {
    private static final String STARTED_MID_WAY = """
            insert into fan_out (job_id, version, only_waiting, last_done, started_at) values (?, ?, false, ?, now())""";

    private final UUID job = Ids.next();

    @Inject
    AgroalDataSource dataSource;

    @Inject
    FanOutWorker worker;

    @Test
    void a_version_for_all_reaches_every_open_application_in_chunks() {
        Published.publishJob(job, Rubrics.clinic(70));
        List<UUID> applications = submitted(12, 1);
        UUID withdrawn = applications.getFirst();
        Published.send(Published.lifecycle("withdrawn", withdrawn, 2, "WITHDRAWN", job, 1));
        Api.awaitNumber(withdrawn, 2);

        ProducerRecord<String, byte[]> second = Published.job(job, 2, "ALL_OPEN_APPLICATIONS", Rubrics.clinic(95));
        Published.send(second);

        for (UUID application : applications.subList(1, applications.size())) {
            JsonNode decision = awaitVersion(application, 2);
            assertThat(decision.path("trigger").path("eventId").asText()).isEqualTo(Published.id(second));
        }
        assertThat(Api.decision(withdrawn).path("rubricVersion").asInt()).isEqualTo(1);

        Published.send(Published.lifecycle("reinstated", withdrawn, 3, "SUBMITTED", job, 1));
        awaitVersion(withdrawn, 2);
    }

    @Test
    void a_version_for_new_applications_leaves_the_others_as_they_are() {
        Published.publishJob(job, Rubrics.clinic(70));
        UUID early = submitted(1, 1).getFirst();
        Published.send(Published.job(job, 2, "NEW_APPLICATIONS", Rubrics.clinic(95)));
        UUID late = submitted(1, 2).getFirst();

        Published.send(Published.section(early, "hard", 1, 90), Published.section(late, "hard", 1, 90));

        assertThat(Api.awaitNumber(early, 2).path("rubricVersion").asInt()).isEqualTo(1);
        assertThat(Api.awaitRecommendation(late, "REJECT").path("rubricVersion").asInt())
                .isEqualTo(2);
    }

    @Test
    void applications_wait_for_their_rubric_and_are_decided_when_it_comes() {
        List<UUID> applications = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            UUID application = Ids.next();
            applications.add(application);
            Published.send(Published.submitted(application, job, 1));
            Published.send(Published.strong(application));
        }
        TestKafka.awaitNoLag("decision-service-facts", Published.INTERVIEWS);
        TestKafka.awaitNoLag("decision-service-facts", Published.APPLICATIONS);
        ProducerRecord<String, byte[]> published = Published.job(job, 1, "NEW_APPLICATIONS", Rubrics.CLINIC);

        Published.send(published);

        for (UUID application : applications) {
            JsonNode decision = Api.awaitRecommendation(application, "ADVANCE");
            assertThat(decision.path("number").asInt()).isEqualTo(1);
            assertThat(decision.path("trigger").path("eventId").asText()).isEqualTo(Published.id(published));
        }
    }

    @Test
    void after_a_crash_it_goes_on_behind_the_last_chunk() throws SQLException {
        Published.publishJob(job, Rubrics.clinic(70));
        List<UUID> applications = submitted(8, 1);
        Published.send(Published.job(job, 2, "ALL_OPEN_APPLICATIONS", Rubrics.clinic(95)));
        applications.forEach(application -> awaitVersion(application, 2));
        // A version that was noted and half spread when the process died.
        Published.send(Published.job(job, 3, "NEW_APPLICATIONS", Rubrics.clinic(90)));
        Awaitility.await().until(() -> isFinished(3));
        execute("update rubric set for_all_open = true where job_id = ? and version = 3", job);
        execute(STARTED_MID_WAY, job, 3, applications.get(3));

        worker.wake();

        applications.subList(4, 8).forEach(application -> awaitVersion(application, 3));
        assertThat(applications.subList(0, 4))
                .allSatisfy(application -> assertThat(
                                Api.decision(application).path("rubricVersion").asInt())
                        .isEqualTo(2));
    }

    @Test
    void a_closed_job_goes_on_deciding_under_the_same_version() {
        Published.publishJob(job, Rubrics.CLINIC);
        UUID application = submitted(1, 1).getFirst();
        Published.send(Published.job(job, 1, 2, "CLOSED", "NEW_APPLICATIONS", Rubrics.CLINIC));
        TestKafka.awaitNoLag("decision-service", Published.JOBS);

        Published.send(Published.section(application, "hard", 1, 90));

        assertThat(Api.awaitNumber(application, 2).path("rubricVersion").asInt())
                .isEqualTo(1);
    }

    @Test
    void what_a_publication_leads_to_is_triggered_by_it_though_the_job_is_closed_meanwhile() {
        Published.publishJob(job, Rubrics.clinic(70));
        UUID application = submitted(1, 1).getFirst();
        ProducerRecord<String, byte[]> second = Published.job(job, 2, "ALL_OPEN_APPLICATIONS", Rubrics.clinic(95));
        try (Held held = new DatabaseLocks(dataSource).rows("select id from application where id = ?", application)) {
            Published.send(second, Published.job(job, 2, 3, "CLOSED", "ALL_OPEN_APPLICATIONS", Rubrics.clinic(95)));
            TestKafka.awaitNoLag("decision-service", Published.JOBS);
            assertThat(new DatabaseLocks(dataSource)
                            .query("select status from rubric where job_id = ? and version = 2", job))
                    .containsExactly("CLOSED");
        }

        JsonNode decision = awaitVersion(application, 2);

        assertThat(decision.path("trigger").path("eventId").asText()).isEqualTo(Published.id(second));
        assertThat(decision.path("trigger").path("eventType").asText()).isEqualTo("dev.plumbline.job.published.v1");
    }

    @Test
    void a_rubric_with_a_fault_is_set_aside_and_the_next_version_is_taken() {
        ProducerRecord<String, byte[]> faulty =
                Published.job(job, 1, "NEW_APPLICATIONS", Rubrics.CLINIC.replace("\"weight\": 60", "\"weight\": 61"));
        Published.send(faulty, Published.job(job, 2, "ALL_OPEN_APPLICATIONS", Rubrics.CLINIC));

        try (var letters = TestKafka.reader(Published.DEAD_LETTERS)) {
            String reason = letters.awaitEvent(letter -> letter.id().equals(Published.id(faulty)))
                    .header("dead-letter-reason")
                    .orElseThrow();
            assertThat(reason).contains("/rubric/criteria/children/0/children");
        }
        submitted(1, 1);
    }

    @Test
    void of_two_contents_of_one_version_one_stays_for_everybody() {
        Published.publishJob(job, Rubrics.clinic(70));
        UUID application = submitted(1, 1).getFirst();
        Published.send(Published.section(application, "hard", 1, 80));
        Api.awaitNumber(application, 2);

        Published.send(Published.job(job, 1, "NEW_APPLICATIONS", Rubrics.clinic(95)));

        try (var letters = TestKafka.reader(Published.DEAD_LETTERS)) {
            String rejected = letters.awaitEvent(letter -> letter.key().equals(job.toString()))
                    .text()
                    .replace(" ", "");
            boolean laxStays = rejected.contains("\"atLeast\":95");
            Api.awaitDecision(
                    application,
                    decision -> decision.at("/gates/0/state").asText().equals(laxStays ? "PASSED" : "FAILED"));
        }
    }

    @Test
    void what_the_other_content_has_decided_is_not_explained_by_the_one_that_stays() throws SQLException {
        Published.publishJob(job, Rubrics.clinic(70));
        UUID application = submitted(1, 1).getFirst();
        Published.send(Published.section(application, "hard", 1, 80));
        Api.awaitNumber(application, 2);
        // As when the other content has come, and nobody has been decided anew yet.
        execute(
                "update rubric set content = ?, fact_digest = ? where job_id = ? and version = 1",
                Rubrics.clinic(95).getBytes(StandardCharsets.UTF_8),
                new byte[32],
                job);

        for (String path : List.of("decision", "decision/what-would-change")) {
            Api.as("auditor")
                    .get("/v1/applications/{id}/" + path, application)
                    .then()
                    .statusCode(409)
                    .header("Retry-After", equalTo("1"))
                    .body("type", equalTo("/problems/no-decision-yet"));
        }

        execute("insert into fan_out (job_id, version, only_waiting, started_at) values (?, 1, false, now())", job);
        Api.awaitDecision(
                application, decision -> decision.at("/gates/0/state").asText().equals("FAILED"));
    }

    private List<UUID> submitted(int count, int version) {
        List<UUID> applications = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID application = Ids.next();
            applications.add(application);
            Published.send(Published.submitted(application, job, version));
        }
        applications.forEach(application -> Api.awaitNumber(application, 1));
        return applications;
    }

    private static JsonNode awaitVersion(UUID application, int version) {
        return Api.awaitDecision(
                application, decision -> decision.path("rubricVersion").asInt() == version);
    }

    private boolean isFinished(int version) throws SQLException {
        String sql = "select count(*) from fan_out where job_id = ? and version = ? and finished_at is not null";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, job);
            select.setInt(2, version);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1) == 1;
            }
        }
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
