package dev.plumbline.job.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.plumbline.job.JobEvents;
import dev.plumbline.job.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class RepublicationsTest {
    private static final String REPUBLICATIONS = "/v1/operations/republications";

    @Test
    void what_was_published_is_published_again_with_the_same_ids_and_bytes() {
        UUID job = Stage.published();
        JobEvents.ofJob(job, 1);
        String location = Stage.as("operator")
                .body("{\"topic\": \"plumbline.jobs.v1\"}")
                .post(REPUBLICATIONS)
                .then()
                .statusCode(202)
                .body("topic", equalTo("plumbline.jobs.v1"))
                .extract()
                .header("Location");
        await().untilAsserted(() ->
                Stage.as("operator").get(location).then().statusCode(200).body("finishedAt", notNullValue()));

        List<ReceivedEvent> twice = JobEvents.ofJob(job, 2);
        assertThat(twice.getLast().headers()).isEqualTo(twice.getFirst().headers());
        assertThat(twice.getLast().bytes()).isEqualTo(twice.getFirst().bytes());
    }

    @Test
    void only_topics_of_its_own_are_published_again() {
        Stage.as("operator")
                .body("{\"topic\": \"plumbline.tests.v1\"}")
                .post(REPUBLICATIONS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/topic"));
        Stage.as("operator")
                .get(REPUBLICATIONS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }
}
