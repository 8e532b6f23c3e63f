package dev.plumbline.job.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ProjectFiles;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class TemplatesTest {
    private static final String ID = "medical-office-manager";

    @Test
    void lists_the_shipped_template() {
        Stage.as("interviewer")
                .get("/v1/templates")
                .then()
                .statusCode(200)
                .body("items.id", contains(ID))
                .body("items[0].title", equalTo("Medical Office Manager"))
                .body("next", nullValue());
    }

    @Test
    void gives_the_template_as_it_is_written() throws IOException {
        Path file = ProjectFiles.root().resolve("job-service/src/main/resources/templates/" + ID + ".json");
        String served = Stage.recruiter()
                .get("/v1/templates/{id}", ID)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        JsonNode written = Stage.JSON.readTree(Files.readString(file));
        assertThat(Stage.JSON.readTree(served)).isEqualTo(written);
    }

    @Test
    void does_not_know_another() {
        Stage.recruiter()
                .get("/v1/templates/astronaut")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
    }

    @Test
    void a_wrong_limit_or_cursor_is_named() {
        for (String query : new String[] {"limit=0", "limit=501", "limit=many", "cursor=%25"}) {
            Stage.recruiter()
                    .urlEncodingEnabled(false)
                    .get("/v1/templates?" + query)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/invalid-parameter"));
        }
    }
}
