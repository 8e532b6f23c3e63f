package dev.plumbline.kit.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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

    private static RequestSpecification maker() {
        return given().auth().oauth2(Tokens.of("ana", "maker")).contentType("application/json");
    }

    private static String thing(String id, String note) {
        return "{\"id\": \"" + id + "\", \"note\": \"" + note + "\"}";
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private static Response post(String key, String body) {
        return maker().header("Idempotency-Key", key).body(body).post("/v1/things");
    }

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
    void a_body_in_another_media_type_is_a_problem() {
        maker().contentType("text/plain")
                .body("x")
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
    void the_same_key_and_body_give_the_first_answer_again() {
        String id = fresh();
        Response first = post(id, thing(id, "n"));
        Response second = post(id, thing(id, "n"));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .isEqualTo("/kit/v1/things/" + id);
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
        assertThat(rows(id)).isOne();
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        String id = fresh();
        post(id, thing(id, "n"));
        post(id, thing(id + "2", "n")).then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
        assertThat(rows(id + "2")).isZero();
    }

    @Test
    void a_key_whose_day_is_over_is_a_new_one() {
        String id = fresh();
        post(id, thing(id, "n"));
        things.update("update idempotency_key set created_at = now() - interval '25 hours' where key = '" + id + "'");
        post(id, thing(id, "another")).then().statusCode(201);
        assertThat(things.query("select note from thing where id = '" + id + "'"))
                .containsExactly("n");
        post(id, thing(id, "n")).then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void a_key_whose_day_is_over_goes_though_no_other_comes() {
        String id = fresh();
        post(id, thing(id, "n"));
        String stored = "select key from idempotency_key where key = '" + id + "'";
        assertThat(things.query(stored)).containsExactly(id);
        things.update("update idempotency_key set created_at = now() - interval '25 hours' where key = '" + id + "'");
        await().until(() -> things.query(stored).isEmpty());
    }

    @Test
    void keys_of_different_callers_are_different() {
        String id = fresh();
        post(id, thing(id, "n"));
        given().auth()
                .oauth2(Tokens.of("ben", "maker"))
                .contentType("application/json")
                .header("Idempotency-Key", id)
                .body(thing(id + "2", "n"))
                .post("/v1/things")
                .then()
                .statusCode(201)
                .body("by", equalTo("ben"));
    }

    @Test
    void a_refused_request_leaves_its_key_free() {
        String id = fresh();
        post(id, thing(id, "refuse")).then().statusCode(404);
        post(id, thing(id, "n")).then().statusCode(201);
    }

    @Test
    void a_key_in_flight_is_told_so() {
        String id = fresh();
        Gate gate = Gate.close(id);
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> post(id, thing(id, "n")));
        gate.awaitReached();
        post(id, thing(id, "n"))
                .then()
                .statusCode(409)
                .header("Retry-After", equalTo("1"))
                .body("type", equalTo("/problems/idempotency-key-in-flight"));
        gate.open();
        assertThat(first.join().statusCode()).isEqualTo(201);
        assertThat(rows(id)).isOne();
    }

    @Test
    void a_page_links_to_the_next() {
        maker().get("/v1/things?limit=1")
                .then()
                .statusCode(200)
                .header("Link", equalTo("</kit/v1/things?limit=1&cursor=after-a>; rel=\"next\""));
    }
}
