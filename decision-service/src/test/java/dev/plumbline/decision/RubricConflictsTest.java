package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.json.CanonicalJson;
import dev.plumbline.decision.json.Digests;
import dev.plumbline.decision.json.ExactJson;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rubric versions that come with more than is known here, and those that come twice with different contents. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class RubricConflictsTest {
    private final UUID job = Ids.next();
    private final UUID application = Ids.next();

    @Inject
    AgroalDataSource dataSource;

    @Test
    void a_rubric_of_a_later_publisher_decides_by_what_is_known_of_it() {
        String later = Rubrics.CLINIC
                .replace("\"mustHave\": true,", "\"mustHave\": true, \"icon\": {\"of\": [1.50]},")
                .replace("\"type\": \"NO_RED_FLAGS\"", "\"type\": \"NO_RED_FLAGS\", \"explains\": \"x\"")
                .replace("\"bands\":", "\"language\": \"en\", \"bands\":");
        Published.publishJob(job, later);
        Published.send(Published.submitted(application, job, 1));
        Published.send(Published.strong(application));

        Api.awaitRecommendation(application, "ADVANCE");
    }

    @Test
    void the_content_that_stays_is_what_triggers_and_the_one_that_gave_way_is_no_event() {
        int greater = digest(70).compareTo(digest(95)) > 0 ? 70 : 95;
        int smaller = greater == 70 ? 95 : 70;
        Published.publishJob(job, Rubrics.clinic(greater));
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);
        Published.send(Published.section(application, "hard", 1, 80));
        Api.awaitNumber(application, 2);
        ProducerRecord<String, byte[]> stays = published(smaller);

        Published.send(stays);

        JsonNode decision = Api.awaitNumber(application, 3);
        assertThat(decision.path("trigger").path("eventId").asText()).isEqualTo(Published.id(stays));
        ReceivedEvent letter = letters().getFirst();
        assertThat(letter.data().at("/gates/0/atLeast").asInt()).isEqualTo(greater);
        assertThat(letter.headers().keySet())
                .containsExactlyInAnyOrder(
                        "content-type",
                        "dead-letter-reason",
                        "dead-letter-topic",
                        "dead-letter-partition",
                        "dead-letter-offset");
        // It is none for any consumer either: why it lies there stays.
        String redrive = "/v1/operations/dead-letters/{id}/redrive";
        Api.as("operator")
                .post(redrive, letterId())
                .then()
                .statusCode(200)
                .body("status", equalTo("WAITING"))
                .body("redrives", equalTo(0))
                .body("reason", containsString("it gave way to that of the record at this offset"));
    }

    private String letterId() {
        return new DatabaseLocks(dataSource)
                .query("select id from dead_letter where record_key = convert_to(?, 'UTF8')", job.toString())
                .getFirst();
    }

    /** Emptied by a migration; or stored since by an instance of the version before, which takes it over another form. */
    @ParameterizedTest
    @ValueSource(strings = {"''", "sha256(content)"})
    void a_digest_from_before_is_taken_from_the_record_that_is_read_again(String digest) throws SQLException {
        ProducerRecord<String, byte[]> first = published(70);
        Published.send(first);
        TestKafka.awaitNoLag("decision-service", Published.JOBS);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement forget = connection.prepareStatement(
                        "update rubric set fact_digest = " + digest + " where job_id = ?")) {
            forget.setObject(1, job);
            assertThat(forget.executeUpdate()).isEqualTo(1);
        }

        Published.send(first, published(71));

        // Letters of one key come in the order of their records.
        assertThat(letters()).hasSize(1).noneMatch(letter -> letter.id().equals(Published.id(first)));
    }

    private ProducerRecord<String, byte[]> published(int hardAtLeast) {
        return Published.job(job, 1, "NEW_APPLICATIONS", Rubrics.clinic(hardAtLeast));
    }

    private String digest(int hardAtLeast) {
        try {
            return Digests.sha256(
                    CanonicalJson.tree(ExactJson.parse(published(hardAtLeast).value())));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private List<ReceivedEvent> letters() {
        try (TopicReader reader = TestKafka.reader(Published.DEAD_LETTERS)) {
            return reader.await(read -> read.stream().anyMatch(this::isOfJob)).stream()
                    .filter(this::isOfJob)
                    .toList();
        }
    }

    private boolean isOfJob(ReceivedEvent letter) {
        return letter.key().equals(job.toString());
    }
}
