package dev.plumbline.kit.app;

import static dev.plumbline.kit.app.ThingCalls.fresh;
import static dev.plumbline.kit.app.ThingCalls.maker;
import static dev.plumbline.kit.app.ThingCalls.thing;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a browser or a cache is told about every answer, whoever gives it. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class AnswerHeadersTest {

    @TestFactory
    Stream<DynamicTest> every_answer_has_them() {
        Map<String, Response> answers = new LinkedHashMap<>();
        answers.put("200", maker().get("/v1/things"));
        answers.put("201", maker().body(thing(fresh(), "n")).post("/v1/things"));
        answers.put("400", maker().body("not json").post("/v1/things"));
        answers.put("401", given().get("/v1/things"));
        answers.put("404", maker().get("/v1/nothing"));
        answers.put("405", maker().delete("/v1/things"));
        answers.put("413", maker().body(thing("large", "x".repeat(3_000_000))).post("/v1/things"));
        answers.put("415", maker().contentType("text/plain").body("x").post("/v1/things"));
        answers.put("422", maker().body("{}").post("/v1/things"));
        answers.put("500", maker().body(thing(fresh(), "fail")).post("/v1/things"));
        answers.put("200 of OpenAPI", given().get("/q/openapi"));
        answers.put("200 of health", given().get("/q/health/live"));
        answers.put("404 beside them", given().get("/q/nothing"));
        return answers.entrySet().stream()
                .map(answer -> DynamicTest.dynamicTest(answer.getKey(), () -> {
                    Response response = answer.getValue();
                    assertThat(answer.getKey()).startsWith(String.valueOf(response.statusCode()));
                    assertThat(response.headers().getValues("Cache-Control")).containsExactly("no-store");
                    assertThat(response.headers().getValues("X-Content-Type-Options"))
                            .containsExactly("nosniff");
                    assertThat(response.headers().getValues("Referrer-Policy")).containsExactly("no-referrer");
                    assertThat(response.headers().getValues("Content-Security-Policy"))
                            .containsExactly("default-src 'none'; frame-ancestors 'none'");
                    assertThat(response.headers().getValues("Server")).isEmpty();
                    assertThat(response.headers().getValues("X-Powered-By")).isEmpty();
                }));
    }

    @Test
    void a_resource_may_have_its_answer_kept() {
        assertThat(given().get("/v1/held/door").headers().getValues("Cache-Control"))
                .containsExactly("public, max-age=60");
    }

    @Test
    void the_pages_of_the_document_may_load_what_they_bring() {
        assertThat(given().redirects()
                        .follow(true)
                        .get("/q/swagger-ui")
                        .headers()
                        .getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("script-src 'self'", "frame-ancestors 'none'");
    }
}
