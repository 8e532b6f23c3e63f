package dev.plumbline.job.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.Stage;
import dev.plumbline.job.TestEvents;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.Example;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What is known of tests is seen by whether a rubric of the section {@code desk} can be published with them. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class TestsConsumerTest {
    private static final String DEAD_LETTERS = "plumbline.job-service.dead-letters.v1";

    private static ValidatableResponse publishWith(String testId) {
        ObjectNode job = Stage.job(it -> {
            it.withObject("/test").put("id", testId).put("version", 1);
            it.set("rubric", Stage.rubricOfSection("desk"));
        });
        return Stage.publish(Stage.drafted(job), "NEW_APPLICATIONS");
    }

    private static ReceivedEvent deadLetterOf(String key) {
        try (TopicReader reader = TestKafka.reader(DEAD_LETTERS)) {
            return reader.awaitEvent(event -> event.key().equals(key));
        }
    }

    @Test
    void takes_every_example_of_the_owner() {
        for (Example example : Contracts.examplesOf("assessment-service", TestEvents.TYPE)) {
            JsonNode data = Stage.json(example.json());
            TestEvents.take(TestEvents.event(data.path("testId").textValue(), example.json()));
            ObjectNode job = Stage.job(it -> {
                it.withObject("/test").put("id", data.path("testId").textValue());
                it.withObject("/test").put("version", data.path("version").intValue());
                it.set("rubric", Stage.rubricOfSection("no-such-section"));
            });
            Stage.publish(Stage.drafted(job), "NEW_APPLICATIONS").statusCode(422);
        }
    }

    @Test
    void the_same_event_again_changes_nothing() {
        String test = TestEvents.newTestId();
        ProducerRecord<String, byte[]> event = TestEvents.published(test, 1, "desk", 3);
        TestEvents.take(event, event, event);
        publishWith(test).statusCode(201);
    }

    @Test
    void the_highest_revision_stays_in_any_order() {
        String test = TestEvents.newTestId();
        TestEvents.take(
                TestEvents.published(test, 3, "desk", 3),
                TestEvents.published(test, 2, "garden", 3),
                TestEvents.published(test, 1, "attic", 3));
        publishWith(test).statusCode(201);
        TestEvents.take(TestEvents.published(test, 4, "garden", 3));
        publishWith(test).statusCode(422);
    }

    @Test
    void a_replay_of_everything_ends_at_the_same() {
        String test = TestEvents.newTestId();
        ProducerRecord<String, byte[]> first = TestEvents.published(test, 1, "garden", 3);
        ProducerRecord<String, byte[]> second = TestEvents.published(test, 2, "desk", 3);
        TestEvents.take(first, second);
        TestEvents.take(first, second, first);
        publishWith(test).statusCode(201);
    }

    @Test
    void versions_of_a_test_are_apart() {
        String test = TestEvents.newTestId();
        TestEvents.take(TestEvents.published(test, 1, "desk", 3), TestEvents.event(test, """
                        {"testId": "%s", "version": 2, "revision": 2, "more": true,
                         "sections": [{"section": "garden", "possible": 1, "questions": 1, "colour": "red"}]}""".formatted(test)));
        publishWith(test).statusCode(201);
    }

    @Test
    void a_type_that_is_not_known_is_ignored() {
        String test = TestEvents.newTestId();
        String id = UUID.randomUUID().toString();
        TestEvents.take(TestKafka.event(
                TestEvents.TOPIC,
                test,
                "dev.plumbline.test.renamed.v7",
                TestEvents.ASSESSMENT_SERVICE,
                id,
                "{\"anything\": 1}"));
        TestEvents.take(TestEvents.published(test, 1, "desk", 3));
        publishWith(test).statusCode(201);
        assertThat(TestKafka.read(DEAD_LETTERS)).noneMatch(event -> event.id().equals(id));
    }

    @Test
    void poison_events_are_set_aside_with_their_reasons_and_the_rest_goes_on() {
        List<ProducerRecord<String, byte[]>> poison = Stream.of(
                        "{\"testId\": \"KEY\", \"version\": 1, \"revision\": 1}",
                        "{\"testId\": \"KEY\", \"version\": 0, \"revision\": 1, \"sections\": []}",
                        "{\"testId\": \"KEY\", \"version\": 1.5, \"revision\": 1, \"sections\": []}",
                        "{\"testId\": \"KEY\", \"version\": 1, \"revision\": \"1\", \"sections\": []}",
                        "{\"testId\": \"another\", \"version\": 1, \"revision\": 1, \"sections\": []}",
                        "{\"testId\": \"KEY\", \"version\": 1, \"revision\": 1, \"sections\": [{\"section\": \"a\"}]}",
                        "{\"testId\": \"KEY\", \"version\": 1, \"revision\": 1, \"sections\": [7]}",
                        "{\"testId\": \"KEY\", \"version\": 1, \"revision\": 1, \"sections\":"
                                + " [{\"section\": \"a\", \"questions\": 1}, {\"section\": \"a\", \"questions\": 1}]}",
                        "[]",
                        "{\"testId\": ")
                .map(json -> {
                    String key = TestEvents.newTestId();
                    return TestEvents.event(key, json.replace("KEY", key));
                })
                .toList();
        TestKafka.publish(poison);
        String test = TestEvents.newTestId();
        TestEvents.take(TestEvents.published(test, 1, "desk", 3));
        publishWith(test).statusCode(201);
        for (ProducerRecord<String, byte[]> record : poison) {
            ReceivedEvent dead = deadLetterOf(record.key());
            assertThat(dead.bytes()).isEqualTo(record.value());
            assertThat(dead.header("dead-letter-reason").orElse(""))
                    .isNotBlank()
                    .doesNotContain(record.key());
        }
    }

    @Test
    void an_event_of_another_service_is_set_aside() {
        String test = TestEvents.newTestId();
        String id = UUID.randomUUID().toString();
        String json =
                new String(TestEvents.published(test, 1, "desk", 3).value(), java.nio.charset.StandardCharsets.UTF_8);
        TestEvents.take(
                TestKafka.event(TestEvents.TOPIC, test, TestEvents.TYPE, "/plumbline/interview-service", id, json));
        assertThat(deadLetterOf(test).id()).isEqualTo(id);
        publishWith(test).statusCode(409).body("type", equalTo("/problems/test-not-yet-known"));
    }

    @Test
    void a_record_that_is_no_event_is_set_aside() {
        String key = UUID.randomUUID().toString();
        TestKafka.publishRaw(TestEvents.TOPIC, key, Map.of("x", "y"), new byte[] {1, 2, 3});
        assertThat(deadLetterOf(key).bytes()).containsExactly(1, 2, 3);
    }
}
