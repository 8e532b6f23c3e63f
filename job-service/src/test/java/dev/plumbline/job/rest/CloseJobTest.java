package dev.plumbline.job.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.JobEvents;
import dev.plumbline.job.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class CloseJobTest {
    @Test
    void a_closed_job_is_told_whole_and_stays_closed() {
        UUID job = Stage.published();
        Stage.close(job).statusCode(200).body("status", equalTo("CLOSED"));
        Stage.close(job).statusCode(409).body("type", equalTo("/problems/job-closed"));
        Stage.publish(job, "NEW_APPLICATIONS").statusCode(409).body("type", equalTo("/problems/job-closed"));
        List<ReceivedEvent> told = JobEvents.ofJob(job, 2);
        assertThat(JobEvents.kinds(told)).containsExactly("published", "closed");
        ObjectNode closed = (ObjectNode) told.getLast().data();
        assertThat(closed.put("status", "OPEN").put("revision", 2))
                .isEqualTo(((ObjectNode) told.getFirst().data()).put("revision", 2));
    }

    @Test
    void a_draft_is_not_closed() {
        UUID job = Stage.drafted(Stage.job());
        Stage.close(job).statusCode(409).body("type", equalTo("/problems/job-not-published"));
        Stage.close(UUID.randomUUID()).statusCode(404);
        ValidatableResponse stale = Stage.recruiter()
                .header("If-Match", "\"5\"")
                .post("/v1/jobs/{id}/close", Stage.published())
                .then();
        stale.statusCode(412);
    }
}
