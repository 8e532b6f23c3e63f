package dev.plumbline.decision.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.plumbline.decision.app.PublishedRubric;
import dev.plumbline.decision.json.ExactJson;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.RejectedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What settles two contents of one revision: SHA-256 over canonical JSON, here as another program gave it. */
class JobEventsTest {
    private static final String JOB = "0190a3c0-0000-7000-8000-000000000001";

    /** The SHA-256 of {@code "appliesTo":"NEW_APPLICATIONS","interviewQuestions":[],"jobId":"0190a3c0-...} in braces. */
    private static final String MANAGER = "df610a62d2ccdd0bb1689f9f6d676bc43f871140aba436026373279a46b99be1";

    /** The same with the title "Manager 1". */
    private static final String MANAGER_1 = "b0b2a0e910f37b1e28dec54262ce4368077cab31886b2be42e77cce25790dcc8";

    @Test
    void the_digest_of_a_content_is_that_of_its_canonical_json() throws JsonProcessingException {
        assertThat(read("\"Manager\"", "[]").factDigest()).isEqualTo(MANAGER);
        assertThat(read("\"Manager 1\"", "[]").factDigest()).isEqualTo(MANAGER_1);
    }

    @Test
    void what_nobody_here_knows_is_part_of_the_content() throws JsonProcessingException {
        assertThat(read("\"Manager\"", "[], \"later\": 1e999999999").factDigest())
                .isNotEqualTo(MANAGER)
                .isEqualTo(read("\"Manager\"", "[], \"later\": 10e999999998").factDigest());
    }

    @Test
    void a_half_of_a_character_is_no_content() {
        assertThatThrownBy(() -> read("\"\\ud800\"", "[]"))
                .isInstanceOf(RejectedEvent.class)
                .hasMessageContaining("half of a character");
    }

    private static PublishedRubric read(String title, String questions) throws JsonProcessingException {
        String data = """
                {"jobId": "%s", "version": 1, "revision": 7, "status": "OPEN", "title": %s,
                 "appliesTo": "NEW_APPLICATIONS", "test": null, "interviewQuestions": %s, "rubric":
                 {"ratingScale": {"min": 1, "max": 5, "mapping": "PROPORTIONAL"},
                  "criteria": {"id": "overall", "name": "Overall", "children": [
                    {"id": "hard", "name": "Hard skills", "weight": 100.0,
                     "evidence": {"type": "ASSESSMENT_SECTION", "section": "hard"}}]},
                  "bands": {"strongAt": 80, "failBelow": 6e1}}}""".formatted(JOB, title, questions);
        return JobEvents.read(new InboundEvent(
                        "1",
                        "source",
                        "dev.plumbline.job.published.v1",
                        JOB,
                        null,
                        null,
                        ExactJson.parse(data),
                        new ConsumerRecord<>("t", 0, 0, null, null)))
                .orElseThrow();
    }
}
