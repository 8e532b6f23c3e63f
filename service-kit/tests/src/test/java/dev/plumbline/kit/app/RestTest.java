package dev.plumbline.kit.app;

import static dev.plumbline.kit.app.ThingCalls.fresh;
import static dev.plumbline.kit.app.ThingCalls.maker;
import static dev.plumbline.kit.app.ThingCalls.thing;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class RestTest {
    @Inject
    Things things;

    private static final int MOST_BYTES = 1024 * 1024;

    private int rows(String id) {
        return things.query("select id from thing where id = '" + id + "'").size();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /v1/things | not json | 400 | malformed-json",
                "POST | /v1/things | '' | 400 | malformed-json",
                "POST | /v1/things | {\"id\":\"a\",\"id\":\"b\",\"note\":\"n\"} | 400 | malformed-json",
                "POST | /v1/things | {\"id\":1e99999999999} | 400 | malformed-json",
                "POST | /v1/things | {} | 422 | invalid-content",
                "GET | /v1/nothing | '' | 404 | not-found",
                "DELETE | /v1/things | '' | 405 | method-not-allowed",
                "GET | /v1/things?limit=1000000000 | '' | 422 | invalid-parameter",
                "GET | /v1/things?limit=99999999999 | '' | 422 | invalid-parameter",
                "GET | /v1/things?limt=1 | '' | 422 | invalid-parameter",
                "GET | /v1/things?limit=1&a/b=1 | '' | 422 | invalid-parameter",
                "POST | /v1/things?dryRun=true | {\"id\":\"a\",\"note\":\"n\"} | 422 | invalid-parameter",
                "GET | /v1/things?limit=ten | '' | 422 | invalid-parameter",
                "PUT | /v1/things/a | {\"id\":\"a\",\"note\":\"n\"} | 428 | precondition-required"
            })
    void what_cannot_be_done_is_a_problem(String method, String path, String body, int status, String slug) {
        RequestSpecification request = maker();
        Response response = (body.isEmpty() ? request : request.body(body)).request(method, path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        response.then().body("type", equalTo("/problems/" + slug)).body("status", equalTo(status));
    }

    @Test
    void every_fault_of_a_body_is_named() {
        maker().body("{\"id\": \"\", \"bonus\": 1}")
                .post("/v1/things")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/id", "/note", "/bonus"));
    }

    @Test
    void every_parameter_that_a_call_does_not_take_is_named() {
        maker().get("/v1/things?limt=1&limit=1&a/b=2&limt=3")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/a~1b", "/limt")))
                .body("errors[0].message", equalTo("is none that this call takes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "text/json", "application/ld+json", "application/merge-patch+json", "image/png"})
    void a_body_in_another_media_type_is_a_problem(String type) {
        maker().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.TEXT)))
                .contentType(type)
                .body("{\"id\": \"\", \"bonus\": 1}")
                .post("/v1/things")
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        String largest =
                thing("large", "x".repeat(MOST_BYTES - thing("large", "").length()));
        assertThat(maker().body(largest).post("/v1/things").statusCode()).isEqualTo(201);
        for (String body : List.of(largest + " ", thing("large", "x".repeat(3_000_000)))) {
            Response response = maker().body(body).post("/v1/things");
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.contentType()).startsWith("application/problem+json");
            response.then()
                    .body("type", equalTo("/problems/payload-too-large"))
                    .body("detail", containsString("1048576 bytes"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {MOST_BYTES + 1, 1_500_000, 3_000_000})
    void a_body_in_chunks_that_is_too_large_is_refused(int length) throws Exception {
        byte[] body = thing("chunks", "x".repeat(length)).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/things"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + Tokens.of("ana", "maker"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(response.body()).contains("/problems/payload-too-large");
        }
        assertThat(rows("chunks")).isZero();
    }

    @Test
    void without_a_token_or_the_role_nothing_is_done() {
        given().contentType("application/json")
                .body(thing("a", "n"))
                .post("/v1/things")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("type", equalTo("/problems/unauthenticated"));
        given().auth()
                .oauth2(Tokens.of("bob", "reader"))
                .contentType("application/json")
                .body(thing("a", "n"))
                .post("/v1/things")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        Tokens.invalid("ana", "maker")
                .forEach((fault, token) -> given().auth()
                        .oauth2(token)
                        .contentType("application/json")
                        .body(thing("a", "n"))
                        .post("/v1/things")
                        .then()
                        .statusCode(401)
                        .body("type", equalTo("/problems/unauthenticated")));
        assertThat(rows("a")).isZero();
    }

    @Test
    void a_failure_tells_the_client_nothing_of_the_inside() {
        maker().body(thing(fresh(), "fail"))
                .post("/v1/things")
                .then()
                .statusCode(500)
                .body("type", equalTo("/problems/internal-error"))
                .body(not(containsString("secret")))
                .body(not(containsString("dev.plumbline")));
    }

    @Test
    void a_page_links_to_the_next() {
        maker().get("/v1/things?limit=1")
                .then()
                .statusCode(200)
                .header("Link", equalTo("</kit/v1/things?limit=1&cursor=after-a>; rel=\"next\""));
    }
}
