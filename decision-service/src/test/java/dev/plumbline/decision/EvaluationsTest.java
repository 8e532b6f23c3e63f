package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ProjectFiles;
import dev.plumbline.kit.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class EvaluationsTest {
    private static final Path VECTORS = ProjectFiles.root().resolve("decision-service/core/src/test/resources/vectors");

    @TestFactory
    Stream<DynamicTest> decides_every_worked_case_to_the_letter() throws IOException {
        return Stream.concat(vectors("edges"), vectors("random"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    JsonNode vector = Api.parse(Files.readString(file));
                    JsonNode answer = Api.json(Api.as("interviewer")
                            .body(body(vector))
                            .post("/v1/evaluations")
                            .then()
                            .statusCode(200)
                            .extract()
                            .response());
                    assertThat(answer).isEqualTo(vector.get("expected"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> names_every_fault_by_its_pointer() throws IOException {
        return vectors("invalid")
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    JsonNode vector = Api.parse(Files.readString(file));
                    JsonNode problem = Api.json(Api.as("candidate")
                            .body(body(vector))
                            .post("/v1/evaluations")
                            .then()
                            .statusCode(422)
                            .contentType("application/problem+json")
                            .extract()
                            .response());
                    assertThat(new TreeSet<>(texts(problem.get("errors"), "pointer")))
                            .isEqualTo(new TreeSet<>(texts(vector.get("pointers"), "")));
                }));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                {"rubric": {}, "rubric": {}, "evidence": {}}   | 400 | malformed-json
                {"rubric":                                     | 400 | malformed-json
                []                                             | 422 | invalid-content
                {"rubric": 1, "evidence": 2}                   | 422 | invalid-content
                {}                                             | 422 | invalid-content
                """)
    void refuses_what_is_no_evaluation(String body, int status, String slug) {
        Api.as("auditor")
                .body(body)
                .post("/v1/evaluations")
                .then()
                .statusCode(status)
                .body("type", equalTo("/problems/" + slug));
    }

    @Test
    void lets_in_anybody_who_is_signed_in_and_nobody_else() {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.withoutRoles("somebody"))
                .contentType("application/json")
                .body("{}")
                .post("/v1/evaluations")
                .then()
                .statusCode(422);
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post("/v1/evaluations")
                .then()
                .statusCode(401);
    }

    private static Stream<Path> vectors(String folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(VECTORS.resolve(folder))) {
            found.sorted().forEach(files::add);
        }
        assertThat(files).isNotEmpty();
        return files.stream();
    }

    /** The texts of the file's numbers must reach the service as they stand: so the request is cut out of the tree. */
    private static String body(JsonNode vector) {
        return "{\"rubric\": " + vector.get("rubric") + ", \"evidence\": " + vector.get("evidence") + "}";
    }

    private static List<String> texts(JsonNode list, String member) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(
                member.isEmpty() ? element.asText() : element.path(member).asText()));
        return texts;
    }
}
