package dev.plumbline.interview.messaging;

import static dev.plumbline.interview.Stage.APPLICATIONS;
import static dev.plumbline.interview.Stage.JOBS;
import static dev.plumbline.interview.Stage.JOB_SERVICE;
import static dev.plumbline.interview.Stage.QUESTIONS;
import static dev.plumbline.interview.Stage.jobVersion;
import static dev.plumbline.interview.Stage.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.interview.Stage;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any order, any number of times: the same state in the end. What can never be used goes aside, and the rest goes on. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ConsumersTest {
    private static final String DEAD_LETTERS = "plumbline.interview-service.dead-letters.v1";
    private static final String GROUP = "interview-service";

    private final UUID job = Ids.next();
    private final UUID application = Ids.next();

    @Inject
    AgroalDataSource database;

    @Test
    void duplicates_change_nothing() throws SQLException {
        List<ProducerRecord<String, byte[]>> story = story();
        take(story);
        List<String> once = state();
        take(story);
        take(story.subList(0, 2));

        assertThat(state()).isEqualTo(once);
        assertThat(once)
                .containsExactlyInAnyOrder(application + " 3 " + job + " 1 f t", job + " 1 4 f", job + " 2 3 t");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void every_order_ends_alike(long seed) throws SQLException {
        List<ProducerRecord<String, byte[]>> story = new ArrayList<>(story());
        story.addAll(story());
        Collections.shuffle(story, new Random(seed));
        take(story);

        assertThat(state())
                .containsExactlyInAnyOrder(application + " 3 " + job + " 1 f t", job + " 1 4 f", job + " 2 3 t");
    }

    @Test
    void a_replay_from_the_beginning_changes_nothing() throws SQLException {
        take(story());
        List<String> once = state();
        List<ProducerRecord<String, byte[]>> replay = new ArrayList<>();
        for (String topic : List.of(JOBS, APPLICATIONS)) {
            for (ReceivedEvent event : TestKafka.read(topic)) {
                if (event.key().equals(job.toString()) || event.key().equals(application.toString())) {
                    replay.add(new ProducerRecord<>(
                            topic,
                            null,
                            event.key(),
                            event.bytes(),
                            event.record().headers()));
                }
            }
        }
        assertThat(replay).hasSize(story().size());
        take(replay);

        assertThat(state()).isEqualTo(once);
    }

    @Test
    void types_and_members_of_tomorrow_are_passed_over() throws SQLException {
        take(List.of(
                event(JOBS, job, "dev.plumbline.job.archived.v1", "{\"anything\":true}"),
                event(APPLICATIONS, application, "dev.plumbline.application.screened.v1", "{\"screening\":[]}"),
                event(
                        APPLICATIONS,
                        application,
                        "dev.plumbline.application.submitted.v1",
                        lifecycle(application, 1, "SUBMITTED", job, 1).replace("{", "{\"future\":{\"a\":[1]},"))));

        assertThat(state()).containsExactly(application + " 1 " + job + " 1 f f");
        assertThat(deadLetters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "applications | submitted | {\"applicationId\":7} | /applicationId is not a text",
                "applications | submitted | {\"applicationId\":\"x\"} | /applicationId is not a UUID",
                "applications | withdrawn | {\"status\":\"GONE\"} | /status is not SUBMITTED or WITHDRAWN",
                "applications | submitted | {\"revision\":0} | /revision is not a whole number from 1",
                "applications | submitted | {\"rubricVersion\":1.5} | /rubricVersion is not a whole number from 1",
                "applications | erased | {\"applicationId\":null} | /applicationId is not a text",
                "jobs | published | {\"appliesTo\":\"ALL\"} | /appliesTo is not NEW_APPLICATIONS or ALL_OPEN_APPLICATIONS",
                "jobs | published | {\"rubric\":null} | /rubric is not an object",
                "jobs | closed | {\"version\":-1} | /version is not a whole number from 1"
            })
    void what_cannot_be_used_goes_aside_with_its_reason_and_the_rest_goes_on(
            String topic, String kind, String wrong, String reason) throws SQLException {
        boolean isJob = topic.equals("jobs");
        UUID key = isJob ? job : application;
        String type = "dev.plumbline." + (isJob ? "job." : "application.") + kind + ".v1";
        String valid = isJob
                ? jobVersion(job, 9, 9, "NEW_APPLICATIONS", QUESTIONS)
                : lifecycle(application, 9, "SUBMITTED", job, 9);
        ObjectNode changed = Json.parse(valid);
        changed.setAll(Json.parse(wrong));
        String poison = changed.toString();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(story());
        records.add(1, event(isJob ? JOBS : APPLICATIONS, key, type, poison));
        take(records);

        ReceivedEvent letter = awaitDeadLetter(key, type);
        assertThat(letter.headers().toString()).contains(reason);
        assertThat(letter.text()).isEqualTo(poison);
        assertThat(state()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"x\"", "null"})
    void what_is_no_json_object_goes_aside(String value) throws SQLException {
        take(List.of(event(APPLICATIONS, application, "dev.plumbline.application.submitted.v1", value)));
        take(story());

        assertThat(awaitDeadLetter(application, "dev.plumbline.application.submitted.v1")
                        .text())
                .isEqualTo(value);
        assertThat(state()).hasSize(3);
    }

    @Test
    void what_is_no_cloud_event_or_not_from_the_topics_owner_goes_aside() throws SQLException {
        byte[] json = lifecycle(application, 1, "SUBMITTED", job, 1).getBytes(StandardCharsets.UTF_8);
        take(List.of(
                TestKafka.raw(APPLICATIONS, application.toString(), Map.of(), json),
                TestKafka.raw(APPLICATIONS, null, Map.of("x", "y"), null),
                TestKafka.event(
                        APPLICATIONS,
                        application.toString(),
                        "dev.plumbline.application.submitted.v1",
                        "/plumbline/elsewhere",
                        Ids.next().toString(),
                        new String(json, StandardCharsets.UTF_8))));
        take(story());

        assertThat(state()).hasSize(3);
        assertThat(deadLetters()).hasSize(2);
    }

    @Test
    void takes_every_example_of_the_owner() {
        for (String type : List.of("dev.plumbline.job.published.v1", "dev.plumbline.job.closed.v1")) {
            Contracts.examplesOf("job-service", type)
                    .forEach(example -> assertThat(PublishedJob.of(Fields.of(Json.parse(example.json())))
                                    .revision())
                            .isPositive());
        }
        for (String type : List.of("submitted", "withdrawn", "reinstated")) {
            Contracts.examplesOf("job-service", "dev.plumbline.application." + type + ".v1")
                    .forEach(example -> assertThat(ApplicationEvents.lifecycle(Fields.of(Json.parse(example.json())))
                                    .revision())
                            .isPositive());
        }
        Contracts.examplesOf("job-service", "dev.plumbline.application.erased.v1")
                .forEach(example -> assertThat(
                                Fields.of(Json.parse(example.json())).uuid("applicationId"))
                        .isNotNull());
    }

    /** An application that is withdrawn and reinstated, its erasure, and a job of two versions that is closed. */
    private List<ProducerRecord<String, byte[]>> story() {
        String applications = "dev.plumbline.application.";
        String newer = jobVersion(job, 2, 2, "ALL_OPEN_APPLICATIONS", QUESTIONS);
        return List.of(
                event(
                        JOBS,
                        job,
                        "dev.plumbline.job.published.v1",
                        jobVersion(job, 1, 1, "NEW_APPLICATIONS", QUESTIONS)),
                event(
                        APPLICATIONS,
                        application,
                        applications + "submitted.v1",
                        lifecycle(application, 1, "SUBMITTED", job, 1)),
                event(JOBS, job, "dev.plumbline.job.published.v1", newer),
                event(
                        APPLICATIONS,
                        application,
                        applications + "withdrawn.v1",
                        lifecycle(application, 2, "WITHDRAWN", job, 1)),
                event(JOBS, job, "dev.plumbline.job.closed.v1", newer.replace("\"revision\":2", "\"revision\":3")),
                event(
                        APPLICATIONS,
                        application,
                        applications + "reinstated.v1",
                        lifecycle(application, 3, "SUBMITTED", job, 1)),
                event(APPLICATIONS, application, applications + "erased.v1", Stage.erased(application)),
                event(
                        JOBS,
                        job,
                        "dev.plumbline.job.published.v1",
                        jobVersion(job, 1, 4, "NEW_APPLICATIONS", QUESTIONS)));
    }

    private static ProducerRecord<String, byte[]> event(String topic, UUID key, String type, String json) {
        return TestKafka.event(
                topic, key.toString(), type, JOB_SERVICE, Ids.next().toString(), json);
    }

    private static void take(List<ProducerRecord<String, byte[]>> records) {
        TestKafka.publish(records);
        TestKafka.awaitNoLag(GROUP, JOBS);
        TestKafka.awaitNoLag(GROUP, APPLICATIONS);
    }

    private static ReceivedEvent awaitDeadLetter(UUID key, String type) {
        try (TopicReader reader = TestKafka.reader(DEAD_LETTERS)) {
            return reader.awaitEvent(
                    event -> event.key().equals(key.toString()) && event.type().equals(type));
        }
    }

    private List<ReceivedEvent> deadLetters() {
        return TestKafka.read(DEAD_LETTERS).stream()
                .filter(event -> event.key().equals(application.toString())
                        || event.key().equals(job.toString()))
                .toList();
    }

    private List<String> state() throws SQLException {
        List<String> state = new ArrayList<>(rows(
                "select concat_ws(' ', id, revision, job_id, rubric_version, withdrawn, erased) from application where id = ?",
                application));
        state.addAll(rows(
                "select concat_ws(' ', job_id, version, revision, applies_to_all_open) from job_version where job_id = ?",
                job));
        return state;
    }

    private List<String> rows(String sql, UUID id) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
        }
        return rows;
    }
}
