package dev.plumbline.assessment.rest;

import static dev.plumbline.assessment.Problems.problem;
import static dev.plumbline.assessment.rest.NewTests.create;
import static dev.plumbline.assessment.rest.NewTests.newId;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import dev.plumbline.assessment.Scene;
import dev.plumbline.assessment.TestTexts;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class RefusedTestsTest {
    @Test
    void nobody_else_writes_tests() {
        for (String role : List.of("assessor", "hiring-manager", "integration", "auditor", "operator")) {
            problem(
                    Scene.as(role)
                            .body(TestTexts.small(newId(), 2))
                            .post("/v1/tests")
                            .then(),
                    403,
                    "forbidden");
        }
    }

    @Test
    void a_stale_or_missing_if_match_changes_nothing() {
        String id = newId();
        create(TestTexts.small(id, 2)).statusCode(201);
        String changed = TestTexts.small(id, 2).replace("Small", "Lost");
        problem(Scene.as("recruiter").body(changed).put("/v1/tests/" + id).then(), 428, "precondition-required");
        problem(
                Scene.as("recruiter")
                        .header("If-Match", "\"9\"")
                        .body(changed)
                        .put("/v1/tests/" + id)
                        .then(),
                412,
                "precondition-failed");
        problem(
                Scene.as("recruiter")
                        .header("If-Match", "\"9\"")
                        .post("/v1/tests/" + id + "/publish")
                        .then(),
                412,
                "precondition-failed");
        Scene.as("recruiter")
                .get("/v1/tests/" + id)
                .then()
                .header("ETag", "\"1\"")
                .body("title", equalTo("Small"));
        Scene.as("recruiter").get("/v1/tests/" + id + "/versions").then().body("items.size()", equalTo(0));
    }

    @Test
    void an_id_is_taken_once_and_never_changes() {
        String id = newId();
        create(TestTexts.small(id, 2)).statusCode(201);
        problem(create(TestTexts.small(id, 2).replace("Small", "Other")), 409, "test-exists");
        Scene.as("recruiter").get("/v1/tests/" + id).then().body("title", equalTo("Small"));
        problem(
                        Scene.as("recruiter")
                                .header("If-Match", "\"1\"")
                                .body(TestTexts.small(newId(), 2))
                                .put("/v1/tests/" + id)
                                .then(),
                        422,
                        "invalid-content")
                .body("errors.pointer", contains("/id"));
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of("{\"title\": ", 400, "malformed-json"),
                Arguments.of("{\"title\": \"a\", \"title\": \"b\"}", 400, "malformed-json"),
                Arguments.of("", 400, "malformed-json"),
                Arguments.of("[]", 422, "invalid-content"),
                Arguments.of("{}", 422, "invalid-content"),
                Arguments.of("null", 422, "invalid-content"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void what_is_no_test_is_refused(String body, int status, String slug) {
        problem(create(body), status, slug);
    }

    @Test
    void every_fault_is_named_and_nothing_is_stored() {
        String id = newId();
        problem(
                        create(TestTexts.small(id, 2)
                                .replace("\"key\": [\"b\"]", "\"key\": [\"z\"]")
                                .replace("\"durationMinutes\": 60", "\"durationMinutes\": -1, \"extra\": 1")),
                        422,
                        "invalid-content")
                .body("errors.pointer", containsInAnyOrder("/durationMinutes", "/extra", "/sections/0/items/0/key/0"));
        problem(Scene.as("recruiter").get("/v1/tests/" + id).then(), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/tests/nobody-wrote-this",
                "/v1/tests/UPPER",
                "/v1/tests/a%00b",
                "/v1/tests/medical-office-manager/versions/2",
                "/v1/tests/medical-office-manager/versions/0",
                "/v1/tests/medical-office-manager/versions/one",
                "/v1/tests/nobody-wrote-this/versions"
            })
    void what_does_not_exist_is_not_found(String path) {
        problem(Scene.as("recruiter").urlEncodingEnabled(false).get(path).then(), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=501",
                "?limit=many",
                "?cursor=%25",
                "/medical-office-manager/versions?cursor=YWI"
            })
    void unusable_parameters_are_refused(String query) {
        problem(
                Scene.as("auditor")
                        .urlEncodingEnabled(false)
                        .get("/v1/tests" + query)
                        .then(),
                422,
                "invalid-parameter");
    }
}
