package dev.plumbline.interview.rest;

import static dev.plumbline.interview.Stage.interviewer;
import static dev.plumbline.interview.Stage.plan;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.plumbline.interview.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an interviewer has before them. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class OwnInterviewsTest {
    private static final String PATH = "/v1/interviews";
    private final String person = "own-" + UUID.randomUUID();

    @Test
    void lists_the_callers_interviews_over_all_applications_by_start() {
        UUID job = Stage.publishedJob();
        String third = interview(Stage.application(job), "2027-03-17T09:00:00Z", person);
        String first = interview(Stage.application(job), "2027-03-15T09:00:00Z", person);
        String second = interview(Stage.application(job), "2027-03-16T09:00:00Z", person);
        interview(Stage.application(job), "2027-03-16T09:00:00Z", "someone-else");

        String next = interviewer(person)
                .queryParam("limit", 2)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.id", contains(first, second))
                .extract()
                .path("next");
        interviewer(person)
                .queryParam("cursor", next)
                .get(PATH)
                .then()
                .body("items.id", contains(third))
                .body("next", equalTo(null));
        interviewer(person)
                .queryParam("from", "2027-03-16T09:00:00Z")
                .get(PATH)
                .then()
                .body("items.id", contains(second, third));
        interviewer(person)
                .queryParam("from", "2027-03-18T00:00:00Z")
                .get(PATH)
                .then()
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 501",
        "limit, x",
        "cursor, x",
        "from, soon",
        "from, 1999-01-01T00:00:00Z",
        "from, +999999999-01-01T00:00:00Z"
    })
    void parameters_that_are_none_are_refused(String name, String value) {
        interviewer(person)
                .queryParam(name, value)
                .get(PATH)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-parameter"));
    }

    private static String interview(UUID application, String startsAt, String person) {
        return Stage.recruiter()
                .body(plan(List.of(person), List.of("billing"), startsAt))
                .post("/v1/applications/{id}/interviews", application)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
