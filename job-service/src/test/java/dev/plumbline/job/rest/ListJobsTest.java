package dev.plumbline.job.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.plumbline.job.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ListJobsTest {
    @Test
    void pages_hold_every_job_once_in_the_order_they_were_drafted() {
        List<String> drafted = List.of(
                Stage.drafted(Stage.job()).toString(),
                Stage.drafted(Stage.job()).toString(),
                Stage.drafted(Stage.job()).toString());
        List<String> seen = new ArrayList<>();
        @Nullable String next = "/v1/jobs?limit=2&status=DRAFT";
        while (next != null) {
            ExtractableResponse<Response> page =
                    Stage.as("auditor").get(next).then().statusCode(200).extract();
            seen.addAll(page.path("items.id"));
            String link = page.header("Link");
            assertThat(link == null).isEqualTo(page.path("next") == null);
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).doesNotHaveDuplicates().isSorted().containsSubsequence(drafted);
    }

    @Test
    void only_those_of_a_status_are_listed() {
        String open = Stage.published().toString();
        UUID closed = Stage.published();
        Stage.close(closed);
        Stage.recruiter()
                .get("/v1/jobs?status=OPEN&limit=500")
                .then()
                .statusCode(200)
                .body("items.status", everyItem(equalTo("OPEN")))
                .body("items.id", hasItem(open));
        Stage.recruiter()
                .get("/v1/jobs?status=CLOSED&limit=500")
                .then()
                .body("items.status", everyItem(equalTo("CLOSED")))
                .body("items.id", hasItem(closed.toString()));
    }

    @Test
    void a_wrong_parameter_is_named() {
        for (String query : new String[] {"limit=0", "limit=501", "limit=x", "status=ALIVE", "cursor=x", "cursor=eA"}) {
            Stage.recruiter()
                    .get("/v1/jobs?" + query)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/invalid-parameter"))
                    .body("detail", startsWith("Parameter " + query.substring(0, query.indexOf('='))));
        }
    }

    @Test
    void an_unknown_job_is_not_found() {
        Stage.recruiter().get("/v1/jobs/{id}", UUID.randomUUID()).then().statusCode(404);
        Stage.recruiter().get("/v1/jobs/{id}", "not-an-id").then().statusCode(404);
        Stage.recruiter().get("/v1/jobs/{id}/rubric", UUID.randomUUID()).then().statusCode(404);
    }
}
