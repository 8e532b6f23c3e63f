package dev.plumbline.interview.messaging;

import static dev.plumbline.interview.Stage.APPLICATIONS;
import static dev.plumbline.interview.Stage.JOBS;
import static dev.plumbline.interview.Stage.QUESTIONS;
import static dev.plumbline.interview.Stage.jobVersion;
import static dev.plumbline.interview.Stage.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can never be used goes to the dead letters with its reason, and the rest goes on. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class DeadLettersTest {
    private static final String DEAD_LETTERS = "plumbline.interview-service.dead-letters.v1";

    private final Story story = new Story();
    private final UUID job = story.job();
    private final UUID application = story.application();

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "applications | submitted | {\"applicationId\":7} | /applicationId is not a text",
                "applications | submitted | {\"applicationId\":\"x\"} | /applicationId is not a UUID",
                "applications | submitted | {\"applicationId\":\"01980f3e-0000-7000-8000-000000000001\"} | /applicationId is not the subject",
                "applications | erased | {\"applicationId\":\"01980f3e-0000-7000-8000-000000000001\"} | /applicationId is not the subject",
                "jobs | closed | {\"jobId\":\"01980f3e-0000-7000-8000-000000000001\"} | /jobId is not the subject",
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
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(story.records());
        records.add(1, Story.event(isJob ? JOBS : APPLICATIONS, key, type, poison));
        Story.take(records);

        ReceivedEvent letter = awaitDeadLetter(key, type);
        assertThat(letter.headers().toString()).contains(reason);
        assertThat(letter.text()).isEqualTo(poison);
        assertThat(story.state(database)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"x\"", "null"})
    void what_is_no_json_object_goes_aside(String value) throws SQLException {
        Story.take(List.of(Story.event(APPLICATIONS, application, "dev.plumbline.application.submitted.v1", value)));
        Story.take(story.records());

        assertThat(awaitDeadLetter(application, "dev.plumbline.application.submitted.v1")
                        .text())
                .isEqualTo(value);
        assertThat(story.state(database)).hasSize(3);
    }

    @Test
    void what_is_no_cloud_event_or_not_from_the_topics_owner_goes_aside() throws SQLException {
        byte[] json = lifecycle(application, 1, "SUBMITTED", job, 1).getBytes(StandardCharsets.UTF_8);
        Story.take(List.of(
                TestKafka.raw(APPLICATIONS, application.toString(), Map.of(), json),
                TestKafka.raw(APPLICATIONS, null, Map.of("x", "y"), null),
                TestKafka.event(
                        APPLICATIONS,
                        application.toString(),
                        "dev.plumbline.application.submitted.v1",
                        "/plumbline/elsewhere",
                        Ids.next().toString(),
                        new String(json, StandardCharsets.UTF_8))));
        Story.take(story.records());

        assertThat(story.state(database)).hasSize(3);
        try (TopicReader reader = TestKafka.reader(DEAD_LETTERS)) {
            String key = application.toString();
            reader.await(read ->
                    read.stream().filter(event -> event.key().equals(key)).count() == 2);
            reader.awaitEvent(event -> event.record().key() == null);
        }
    }

    private static ReceivedEvent awaitDeadLetter(UUID key, String type) {
        try (TopicReader reader = TestKafka.reader(DEAD_LETTERS)) {
            return reader.awaitEvent(
                    event -> event.key().equals(key.toString()) && event.type().equals(type));
        }
    }
}
