package dev.plumbline.job.rest;

import static dev.plumbline.job.rest.NewJobs.pointers;
import static dev.plumbline.job.rest.NewJobs.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Every fault of a job that is written out whole is named at once. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class JobFaultsTest {
    /** Without a question that the rubric counts, with a criterion twice, and with a salary from more to less. */
    private static void contradict(ObjectNode job) {
        job.withArray("/interviewQuestions").remove(1);
        job.withArray("/screeningCriteria").add(job.at("/screeningCriteria/0").deepCopy());
        job.set("employment", Stage.json("""
                {"types": ["PART_TIME"], "salary": {"currency": "USD", "min": 20, "max": 10, "per": "HOUR"}}"""));
    }

    @Test
    void every_fault_of_a_whole_job_is_named_with_those_of_its_rubric() {
        ObjectNode job = Stage.job(it -> {
            it.put("title", " ");
            it.put("colour", "blue");
            it.withObject("/rubric/bands").put("failBelow", 90);
            it.withObject("/rubric/criteria/children/0").put("weight", 61);
            it.withObject("/rubric/gates/0").put("type", "MAGIC");
            it.withObject("/test").put("id", "x y").put("version", 0);
            it.withObject("/interviewQuestions/0/anchors").put("high", "x");
            it.withObject("/employment").withArray("/types").add("SLAVERY");
        });
        assertThat(pointers(post(job.toString())))
                .containsExactlyInAnyOrder(
                        "/title",
                        "/colour",
                        "/rubric/bands",
                        "/rubric/criteria/children",
                        "/rubric/gates/0/type",
                        "/test/id",
                        "/test/version",
                        "/interviewQuestions/0/anchors/high",
                        "/employment/types/0");
    }

    @Test
    void contradictions_are_named_all_together() {
        ObjectNode job = Stage.job(it -> {
            contradict(it);
            it.withArray("/interviewQuestions")
                    .add(it.at("/interviewQuestions/0").deepCopy());
        });
        assertThat(pointers(post(job.toString())))
                .containsExactlyInAnyOrder(
                        "/interviewQuestions/1/id",
                        "/screeningCriteria/1/id",
                        "/employment/salary/max",
                        "/rubric/criteria/children/1/evidence/question");
    }

    @Test
    void contradictions_are_named_with_every_other_fault() {
        ObjectNode job = Stage.job(it -> {
            it.put("title", " ");
            it.put("colour", "blue");
            it.withObject("/rubric/bands").put("failBelow", 90);
            contradict(it);
        });
        assertThat(pointers(post(job.toString())))
                .containsExactlyInAnyOrder(
                        "/title",
                        "/colour",
                        "/rubric/bands",
                        "/screeningCriteria/1/id",
                        "/employment/salary/max",
                        "/rubric/criteria/children/1/evidence/question");
    }

    @Test
    void what_depends_on_a_part_at_fault_is_not_named_on_top() {
        ObjectNode job = Stage.job(it -> {
            it.withObject("/interviewQuestions/0").put("title", "");
            it.set("employment", Stage.json("""
                    {"types": ["PART_TIME"], "salary": {"currency": "USD", "min": 20, "max": -10, "per": "HOUR"}}"""));
        });
        assertThat(pointers(post(job.toString())))
                .containsExactlyInAnyOrder("/interviewQuestions/0/title", "/employment/salary/max");
    }
}
