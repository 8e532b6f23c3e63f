package dev.plumbline.job.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.JobEvents;
import dev.plumbline.job.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PublishJobTest {
    @Inject
    AgroalDataSource database;

    private static String version(UUID job, int version) {
        return Stage.as("interviewer")
                .get("/v1/jobs/{id}/rubrics/{version}", job, version)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void a_published_version_is_whole_and_told_to_all() {
        UUID job = Stage.drafted(Stage.job());
        Stage.publish(job, "NEW_APPLICATIONS")
                .statusCode(201)
                .header("Location", "/v1/jobs/" + job + "/rubrics/1")
                .body("version", equalTo(1))
                .body("appliesTo", equalTo("NEW_APPLICATIONS"))
                .body("publishedBy", equalTo("recruiter"))
                .body("rubric.criteria.children", hasSize(2))
                .body("interviewQuestions.id", contains("phone", "team"))
                .body("screeningCriteria.id", contains("work-authorization"));
        Stage.recruiter()
                .get("/v1/jobs/{id}", job)
                .then()
                .body("status", equalTo("OPEN"))
                .body("publishedVersion", equalTo(1))
                .body("unpublishedChanges", equalTo(false));
        JsonNode told = JobEvents.ofJob(job, 1).getFirst().data();
        assertThat(told.path("status").textValue()).isEqualTo("OPEN");
        assertThat(told.path("rubric").toString()).isEqualTo(Stage.rubric().toString());
        assertThat(told.path("test").isNull()).isTrue();
        assertThat(told.at("/interviewQuestions/0/anchors/5").textValue()).isEqualTo("Listens.");
    }

    @Test
    void a_published_version_never_changes() {
        UUID job = Stage.published();
        String first = version(job, 1);
        Stage.putRubric(job, Stage.rubricOfTen()).statusCode(200);
        assertThat(version(job, 1)).isEqualTo(first);
        Stage.publish(job, "NEW_APPLICATIONS").statusCode(201).body("version", equalTo(2));
        Stage.close(job);
        assertThat(version(job, 1)).isEqualTo(first);
        assertThat(version(job, 2)).contains("\"max\":10");
        assertThat(JobEvents.ofJob(job, 3))
                .extracting(event -> event.data().path("revision").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void what_was_answered_first_is_what_is_read_for_ever() {
        UUID job = Stage.drafted(Stage.job());
        String answered =
                Stage.publish(job, "NEW_APPLICATIONS").statusCode(201).extract().asString();
        assertThat(Stage.json(version(job, 1))).isEqualTo(Stage.json(answered));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update job_version set rubric = '{}'", "delete from job_version"})
    void not_even_the_database_lets_a_version_change(String statement) throws SQLException {
        UUID job = Stage.published();
        try (Connection connection = database.getConnection();
                PreparedStatement change = connection.prepareStatement(statement + " where job_id = ?")) {
            change.setObject(1, job);
            assertThatThrownBy(change::executeUpdate).hasMessageContaining("never change");
        }
    }

    @Test
    void a_version_that_was_not_published_is_not_found() {
        UUID job = Stage.published();
        Stage.recruiter().get("/v1/jobs/{id}/rubrics/2", job).then().statusCode(404);
        Stage.recruiter().get("/v1/jobs/{id}/rubrics/0", job).then().statusCode(404);
        Stage.recruiter().get("/v1/jobs/{id}/rubrics/one", job).then().statusCode(404);
        Stage.recruiter()
                .get("/v1/jobs/{id}/rubrics/1", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void nobody_is_named_where_whom_it_applies_to_is_left_out() {
        UUID job = Stage.drafted(Stage.job());
        Stage.recruiter()
                .body("{}")
                .post("/v1/jobs/{id}/publish", job)
                .then()
                .statusCode(201)
                .body("appliesTo", equalTo("NEW_APPLICATIONS"));
    }

    @Test
    void a_wrong_request_is_refused_and_publishes_nothing() {
        UUID job = Stage.drafted(Stage.job());
        Stage.publish(job, "EVERYBODY").statusCode(422).body("errors.pointer", contains("/appliesTo"));
        Stage.recruiter()
                .body("{\"version\": 7}")
                .post("/v1/jobs/{id}/publish", job)
                .then()
                .statusCode(422);
        Stage.recruiter().post("/v1/jobs/{id}/publish", job).then().statusCode(400);
        Stage.recruiter()
                .header("If-Match", "\"9\"")
                .body("{}")
                .post("/v1/jobs/{id}/publish", job)
                .then()
                .statusCode(412);
        Stage.publish(UUID.randomUUID(), "NEW_APPLICATIONS").statusCode(404);
        UUID later = Stage.published();
        assertThat(JobEvents.isSilentAbout(job, later)).isTrue();
    }

    @Test
    void the_same_key_publishes_once() {
        UUID job = Stage.drafted(Stage.job());
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            Stage.recruiter()
                    .header("Idempotency-Key", key)
                    .body("{}")
                    .post("/v1/jobs/{id}/publish", job)
                    .then()
                    .statusCode(201)
                    .body("version", equalTo(1));
        }
        Stage.recruiter().get("/v1/jobs/{id}", job).then().body("publishedVersion", equalTo(1));
    }
}
