package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that cannot be taken are set aside with the reason. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class DeadLettersTest {
    @Inject
    AgroalDataSource dataSource;

    private final UUID job = Ids.next();
    private final UUID application = Ids.next();

    @BeforeEach
    void publish_the_job() {
        Published.publishJob(job, Rubrics.CLINIC);
    }

    @Test
    void a_poison_record_is_set_aside_with_its_reason_and_the_rest_go_on() {
        ProducerRecord<String, byte[]> tooMuch = Published.section(application, "soft", 1, 80, 30);
        ProducerRecord<String, byte[]> noJson = Published.section(application, "soft", 1, "\"");
        ProducerRecord<String, byte[]> noRevision = Published.section(application, "soft", 0, 80);
        ProducerRecord<String, byte[]> foreign = Published.section(application, "soft", 1, 80);
        foreign.headers()
                .remove("ce_source")
                .add("ce_source", "/plumbline/job-service".getBytes(StandardCharsets.UTF_8));
        Published.send(
                Published.submitted(application, job, 1),
                Published.section(application, "hard", 1, 90),
                tooMuch,
                noJson,
                noRevision,
                foreign,
                Published.section(application, "hard", 2, 91));

        JsonNode decision = Api.awaitDecision(
                application,
                one -> one.path("nodes").path("hard").path("low").asText().equals("91.00"));

        assertThat(decision.path("nodes").path("soft").path("low").asText()).isEqualTo("0.00");
        assertThat(reasonOf(tooMuch)).isEqualTo("/earned must not, with pending, be above possible");
        assertThat(reasonOf(noJson)).isEqualTo("the data is not well-formed JSON");
        assertThat(reasonOf(noRevision)).isEqualTo("/revision must be a whole number of at least 1");
        assertThat(reasonOf(foreign)).contains("owner");
    }

    @Test
    void of_two_contents_with_one_revision_the_same_stays_in_either_order() {
        UUID other = Ids.next();
        Published.send(Published.submitted(application, job, 1), Published.submitted(other, job, 1));
        Api.awaitNumber(application, 1);
        Api.awaitNumber(other, 1);
        List<ProducerRecord<String, byte[]>> one = List.of(
                Published.rated(application, "billing", "ana", 1, 2),
                Published.rated(application, "billing", "ana", 1, 5));
        List<ProducerRecord<String, byte[]>> reversed =
                List.of(Published.rated(other, "billing", "ana", 1, 5), Published.rated(other, "billing", "ana", 1, 2));
        Published.send(one);
        Published.send(reversed);
        TestKafka.awaitNoLag("decision-service-facts", Published.INTERVIEWS);

        JsonNode first = Api.awaitNumber(application, 2);
        JsonNode second = Api.awaitNumber(other, 2);

        assertThat(first.path("contentDigest")).isEqualTo(second.path("contentDigest"));
        List<ReceivedEvent> letters = new ArrayList<>();
        try (TopicReader reader = TestKafka.reader(Published.DEAD_LETTERS)) {
            letters.addAll(reader.await(
                    read -> of(read, application).size() + of(read, other).size() >= 2));
        }
        boolean fiveStays =
                first.path("nodes").path("q-billing").path("low").asText().equals("60.00");
        String rejected = fiveStays ? "2" : "5";
        assertThat(of(letters, application)).hasSize(1);
        assertThat(of(letters, other)).hasSize(1);
        assertThat(of(letters, application).getFirst().data().path("rating").asText())
                .isEqualTo(rejected);
        assertThat(of(letters, other).getFirst().data().path("rating").asText()).isEqualTo(rejected);
        // The record that came is there as it came; of what had been taken before, no event of that id ever said this.
        assertThat(of(letters, fiveStays ? other : application).getFirst().id()).isNotEmpty();
        assertThat(of(letters, fiveStays ? application : other).getFirst().id()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Published.JOBS, Published.APPLICATIONS, Published.ASSESSMENTS, Published.INTERVIEWS})
    void a_dead_letter_of_each_topic_has_somebody_to_take_it(String topic) {
        RecordMetadata place =
                TestKafka.publishRaw(topic, application.toString(), Map.of("ce_specversion", "0.3"), new byte[] {1});
        String letter = letterAt(place);

        Api.as("operator")
                .post("/v1/operations/dead-letters/{id}/redrive", letter)
                .then()
                .statusCode(200)
                .body("status", equalTo("WAITING"))
                .body("redrives", equalTo(1))
                .body("reason", equalTo("the CloudEvents specversion is not 1.0"));
    }

    @Test
    void a_fact_that_was_set_aside_decides_once_it_is_redriven() throws SQLException {
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);
        ProducerRecord<String, byte[]> noJson = Published.section(application, "hard", 1, "\"");
        RecordMetadata place = TestKafka.publish(noJson);
        String letter = letterAt(place);
        // As if a later version could read it.
        try (Connection connection = dataSource.getConnection();
                PreparedStatement mend =
                        connection.prepareStatement("update dead_letter set payload = ? where id = ?")) {
            mend.setBytes(1, Published.section(application, "hard", 1, 91).value());
            mend.setObject(2, UUID.fromString(letter));
            mend.executeUpdate();
        }

        for (int times = 1; times <= 2; times++) {
            Api.as("operator")
                    .post("/v1/operations/dead-letters/{id}/redrive", letter)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("REDRIVEN"))
                    .body("redrives", equalTo(1));
        }

        JsonNode decision = Api.decision(application);
        assertThat(decision.path("nodes").path("hard").path("low").asText()).isEqualTo("91.00");
        assertThat(decision.path("number").asInt()).isEqualTo(2);
    }

    private static String letterAt(RecordMetadata place) {
        return Awaitility.await("the dead letter")
                .until(
                        () -> Api.json(Api.as("operator")
                                        .get("/v1/operations/dead-letters?limit=500&topic={topic}", place.topic()))
                                .findParents("offset")
                                .stream()
                                .filter(one -> one.path("partition").asInt() == place.partition()
                                        && one.path("offset").asLong() == place.offset())
                                .map(one -> one.path("id").asText())
                                .findFirst()
                                .orElse(""),
                        id -> !id.isEmpty());
    }

    private static List<ReceivedEvent> of(List<ReceivedEvent> letters, UUID application) {
        return letters.stream()
                .filter(letter -> letter.key().equals(application.toString()))
                .toList();
    }

    private static String reasonOf(ProducerRecord<String, byte[]> record) {
        try (TopicReader letters = TestKafka.reader(Published.DEAD_LETTERS)) {
            return letters.awaitEvent(letter -> letter.id().equals(Published.id(record)))
                    .header("dead-letter-reason")
                    .orElseThrow();
        }
    }
}
