package dev.plumbline.job.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.JobEvents;
import dev.plumbline.job.Stage;
import dev.plumbline.job.TestEvents;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A job is published with a test only where its rubric matches that. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class PinnedTestTest {
    private static UUID draftedWith(String testId, ObjectNode rubric) {
        return Stage.drafted(Stage.job(job -> {
            job.withObject("/test").put("id", testId).put("version", 1);
            job.set("rubric", rubric);
        }));
    }

    @Test
    void a_test_that_nobody_has_heard_of_is_worth_another_try() {
        UUID job = draftedWith(TestEvents.newTestId(), Stage.rubricOfSection("desk"));
        Stage.publish(job, "NEW_APPLICATIONS")
                .statusCode(409)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/test-not-yet-known"));
    }

    @Test
    void a_rubric_of_the_pinned_tests_sections_is_published_with_it() {
        String test = TestEvents.newTestId();
        TestEvents.take(TestEvents.published(test, 1, "desk", 4));
        UUID job = draftedWith(test, Stage.rubricOfSection("desk"));
        Stage.publish(job, "NEW_APPLICATIONS").statusCode(201).body("test.id", equalTo(test));
        JsonNode told = JobEvents.ofJob(job, 1).getFirst().data();
        assertThat(told.at("/test/id").textValue()).isEqualTo(test);
        assertThat(told.at("/test/version").intValue()).isEqualTo(1);
    }

    @Test
    void a_rubric_of_other_sections_is_refused_with_every_mismatch() {
        String test = TestEvents.newTestId();
        TestEvents.take(TestEvents.published(test, 1, "garden", 4));
        Stage.publish(draftedWith(test, Stage.rubricOfSection("desk")), "NEW_APPLICATIONS")
                .statusCode(422)
                .body("type", equalTo("/problems/test-mismatch"))
                .body("errors.pointer", containsInAnyOrder("/rubric/criteria/children/1/evidence/section", "/test"));
    }

    @Test
    void a_gate_that_counts_right_answers_needs_questions_that_have_one() {
        String test = TestEvents.newTestId();
        TestEvents.take(TestEvents.published(test, 1, "desk", 0));
        Stage.publish(draftedWith(test, Stage.rubricOfSection("desk")), "NEW_APPLICATIONS")
                .statusCode(422)
                .body("errors.pointer", contains("/rubric/gates/1/sections/0"));
    }

    @Test
    void the_shipped_job_is_published_as_it_is() {
        TestEvents.take(TestEvents.event("medical-office-manager", """
                {"testId": "medical-office-manager", "version": 1, "revision": 1, "sections": [
                  {"section": "hipaa", "possible": 25, "questions": 5},
                  {"section": "billing", "possible": 25, "questions": 5},
                  {"section": "scheduling", "possible": 25, "questions": 5},
                  {"section": "osha-clia", "possible": 25, "questions": 5},
                  {"section": "communication", "possible": 35, "questions": 3},
                  {"section": "judgment", "possible": 25, "questions": 5},
                  {"section": "attention-to-detail", "possible": 25, "questions": 5},
                  {"section": "cognitive", "possible": 25, "questions": 5}]}"""));
        for (String tailoring : List.of("{}", "{\"rubricVariant\": \"single-framework\"}")) {
            UUID job = Stage.drafted(
                    Stage.json("{\"template\": \"medical-office-manager\", \"tailoring\": " + tailoring + "}"));
            Stage.publish(job, "NEW_APPLICATIONS").statusCode(201);
            ReceivedEvent told = JobEvents.ofJob(job, 1).getFirst();
            assertThat(told.data().path("interviewQuestions")).hasSize(8);
        }
    }
}
