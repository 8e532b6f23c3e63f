package dev.plumbline.assessment.messaging;

import static dev.plumbline.assessment.messaging.Intake.SHIPPED;
import static dev.plumbline.assessment.messaging.Intake.application;
import static dev.plumbline.assessment.messaging.Intake.inviteStatus;
import static dev.plumbline.assessment.messaging.Intake.job;
import static dev.plumbline.assessment.messaging.Intake.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Scene;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.Example;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ConsumersTest {
    @Inject
    AgroalDataSource database;

    private String stored(UUID job, UUID application) throws SQLException {
        return row(database, "select v::text from job_version v where job_id = ? order by version", job)
                + row(database, "select a::text from application a where id = ?", application);
    }

    @Test
    void any_order_and_any_number_of_times_give_the_same_state() throws SQLException {
        UUID job = Ids.next();
        UUID application = Ids.next();
        List<ProducerRecord<String, byte[]>> facts = List.of(
                job(job, "published", Scene.job(job, 1, 1, "NEW_APPLICATIONS", SHIPPED, "old")),
                job(job, "published", Scene.job(job, 2, 2, "ALL_OPEN_APPLICATIONS", SHIPPED, "new")),
                job(job, "closed", Scene.job(job, 2, 3, "ALL_OPEN_APPLICATIONS", SHIPPED, "newest")),
                application(application, "submitted", Scene.lifecycle(application, 1, "SUBMITTED", job, 1)),
                application(application, "withdrawn", Scene.lifecycle(application, 2, "WITHDRAWN", job, 1)),
                application(application, "reinstated", Scene.lifecycle(application, 5, "SUBMITTED", job, 1)));
        TestKafka.publish(facts);
        Scene.awaitConsumed();
        String inOrder = stored(job, application);
        assertThat(inOrder).contains("newest", ",5,").doesNotContain("{new}");

        TestKafka.publish(facts.reversed());
        TestKafka.publish(facts);
        Scene.awaitConsumed();
        assertThat(stored(job, application)).isEqualTo(inOrder);
    }

    @Test
    void facts_that_come_before_their_job_wait_for_it() {
        UUID job = Ids.next();
        UUID application = Ids.next();
        TestKafka.publish(List.of(
                application(application, "reinstated", Scene.lifecycle(application, 3, "SUBMITTED", job, 1)),
                application(application, "withdrawn", Scene.lifecycle(application, 2, "WITHDRAWN", job, 1)),
                application(application, "submitted", Scene.lifecycle(application, 1, "SUBMITTED", job, 1))));
        Scene.awaitConsumed();
        assertThat(inviteStatus(application)).isEqualTo(409);
        TestKafka.publish(job(job, "published", Scene.job(job, 1, 1, "NEW_APPLICATIONS", SHIPPED, "x")));
        Scene.awaitConsumed();
        assertThat(inviteStatus(application)).isEqualTo(201);
    }

    @Test
    void every_example_of_the_owner_is_understood() throws SQLException {
        for (String type : Contracts.typesOf("job-service")) {
            for (Example example : Contracts.examplesOf("job-service", type)) {
                boolean ofJob = type.startsWith("dev.plumbline.job.");
                Matcher key = Pattern.compile("\"" + (ofJob ? "jobId" : "applicationId") + "\": *\"([^\"]+)\"")
                        .matcher(example.json());
                assertThat(key.find()).as(example.toString()).isTrue();
                TestKafka.publish(
                        ofJob ? Scene.JOBS : Scene.APPLICATIONS,
                        key.group(1),
                        type,
                        Scene.JOB_SERVICE,
                        Ids.next().toString(),
                        example.json());
            }
        }
        Scene.awaitConsumed();
        assertThat(TestKafka.read(Scene.DEAD_LETTERS))
                .noneMatch(letter -> letter.key().startsWith("01980f3e-"));
        assertThat(row(
                        database,
                        "select counted_sections::text from job_version where job_id = ?",
                        UUID.fromString("01980f3e-9000-7d10-b0aa-1f4c5a3e7788")))
                .contains("hipaa", "billing", "scheduling", "osha-clia");
    }

    @Test
    void what_is_for_others_is_ignored() {
        UUID application = Ids.next();
        TestKafka.publish(List.of(
                application(application, "screened", "{\"applicationId\": \"" + application + "\"}"),
                application(application, "promoted", "{}")));
        Scene.awaitConsumed();
        assertThat(TestKafka.read(Scene.DEAD_LETTERS))
                .noneMatch(letter -> letter.key().equals(application.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "submitted; {\"applicationId\": \"$id\"}; status",
                "submitted; {\"applicationId\": \"not-a-uuid\", \"status\": \"SUBMITTED\"}; applicationId",
                "submitted; {\"applicationId\": \"01980000-0000-7000-8000-000000000009\"}; subject",
                "submitted; {\"applicationId\": \"$id\", \"status\": \"LOST\"}; status",
                "submitted; {\"applicationId\": \"$id\", \"status\": \"SUBMITTED\", \"revision\": 0}; revision",
                "submitted; {\"applicationId\": \"$id\", \"status\": \"SUBMITTED\", \"revision\": 1.5}; revision",
                "submitted; {\"applicationId\": \"$id\", \"status\": \"SUBMITTED\", \"revision\": 1}; jobId",
                "erased; {\"applicationId\": \"$id\", \"revision\": \"1\"}; revision",
                "submitted; {\"applicationId\": ; JSON",
                "submitted; []; object"
            })
    void poison_about_an_application_is_dead_lettered_and_the_rest_goes_on(String fact, String json, String reason) {
        UUID poisoned = Ids.next();
        UUID job = Ids.next();
        TestKafka.publish(List.of(
                application(poisoned, fact, json.replace("$id", poisoned.toString())),
                application(poisoned, "submitted", Scene.lifecycle(poisoned, 1, "SUBMITTED", job, 1))));
        Scene.awaitConsumed();
        assertThat(reasonOf(poisoned)).contains(reason);
        Scene.as("recruiter")
                .get("/v1/applications/" + poisoned + "/sessions")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"appliesTo\": \"NEW_APPLICATIONS\"; \"appliesTo\": \"EVERYBODY\"; appliesTo",
                "\"rubric\": {; \"rubrik\": {; rubric",
                "\"sections\": [\"x\"]; \"sections\": [7]; section",
                "\"version\": 1, \"revision\"; \"version\": 0, \"revision\"; version",
                "\"test\": {\"id\": \"medical-office-manager\"; \"test\": {\"name\": \"m\"; id"
            })
    void poison_about_a_job_is_dead_lettered_and_the_rest_goes_on(String part, String poison, String reason) {
        UUID id = Ids.next();
        String good = Scene.job(id, 1, 1, "NEW_APPLICATIONS", SHIPPED, "x");
        assertThat(good).contains(part);
        TestKafka.publish(List.of(job(id, "published", good.replace(part, poison)), job(id, "published", good)));
        Scene.awaitConsumed();
        assertThat(reasonOf(id)).contains(reason);
    }

    @Test
    void an_event_of_another_source_is_dead_lettered() {
        UUID id = Ids.next();
        TestKafka.publish(
                Scene.APPLICATIONS,
                id.toString(),
                "dev.plumbline.application.submitted.v1",
                "/plumbline/somebody-else",
                Ids.next().toString(),
                Scene.lifecycle(id, 1, "SUBMITTED", Ids.next(), 1));
        assertThat(reasonOf(id)).contains("source");
    }

    private static String reasonOf(UUID key) {
        try (TopicReader reader = TestKafka.reader(Scene.DEAD_LETTERS)) {
            ReceivedEvent letter = reader.awaitEvent(event -> event.key().equals(key.toString()));
            return letter.headers().toString();
        }
    }
}
