package dev.plumbline.job.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ratings are read on the scale that they were given on. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class RatingScaleTest {
    private static ValidatableResponse publish(UUID job, ObjectNode rubric, String appliesTo) {
        Stage.putRubric(job, rubric).statusCode(200);
        return Stage.publish(job, appliesTo);
    }

    @Test
    void other_weights_apply_to_all_on_the_same_scale() {
        UUID job = Stage.published();
        Stage.applied(job);
        ObjectNode rubric = Stage.rubric();
        rubric.withObject("/criteria/children/0").put("weight", 50);
        rubric.withObject("/criteria/children/1").put("weight", 50);
        rubric.withObject("/ratingScale").put("max", 5.0);
        publish(job, rubric, "ALL_OPEN_APPLICATIONS").statusCode(201).body("version", equalTo(2));
    }

    @Test
    void another_scale_does_not_apply_to_those_who_are_rated_already() {
        UUID job = Stage.published();
        Stage.applied(job);
        publish(job, Stage.rubricOfTen(), "ALL_OPEN_APPLICATIONS")
                .statusCode(409)
                .body("type", equalTo("/problems/rating-scale-changed"))
                .body("detail", containsString("Version 1"));
        Stage.recruiter().get("/v1/jobs/{id}", job).then().body("publishedVersion", equalTo(1));
        Stage.publish(job, "NEW_APPLICATIONS").statusCode(201);
    }

    @Test
    void another_mapping_is_another_scale() {
        UUID job = Stage.published();
        ObjectNode rubric = Stage.rubric();
        rubric.withObject("/ratingScale").put("mapping", "MIN_MAX");
        publish(job, rubric, "ALL_OPEN_APPLICATIONS").statusCode(409);
    }

    @Test
    void an_older_version_counts_while_someone_is_decided_under_it() {
        UUID job = Stage.published();
        Stage.applied(job);
        publish(job, Stage.rubricOfTen(), "NEW_APPLICATIONS").statusCode(201);
        Stage.publish(job, "ALL_OPEN_APPLICATIONS").statusCode(409).body("detail", containsString("Version 1"));
    }

    @Test
    void an_older_version_does_not_count_where_nobody_applied_under_it() {
        UUID job = Stage.published();
        publish(job, Stage.rubricOfTen(), "NEW_APPLICATIONS").statusCode(201);
        Stage.applied(job);
        Stage.publish(job, "ALL_OPEN_APPLICATIONS").statusCode(201);
    }

    @Test
    void who_withdrew_counts_because_they_may_come_back() {
        UUID job = Stage.published();
        UUID application = Stage.applied(job);
        Stage.as("integration")
                .post("/v1/applications/{id}/withdraw", application)
                .then()
                .statusCode(200);
        publish(job, Stage.rubricOfTen(), "NEW_APPLICATIONS").statusCode(201);
        Stage.publish(job, "ALL_OPEN_APPLICATIONS").statusCode(409);
    }

    @Test
    void a_first_version_may_apply_to_all() {
        Stage.publish(Stage.drafted(Stage.job()), "ALL_OPEN_APPLICATIONS").statusCode(201);
    }
}
