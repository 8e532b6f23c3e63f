package dev.plumbline.kit.app;

import static dev.plumbline.kit.app.ThingCalls.fresh;
import static dev.plumbline.kit.app.ThingCalls.maker;
import static dev.plumbline.kit.app.ThingCalls.thing;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class IdempotencyKeysTest {
    @Inject
    Things things;

    private static Response post(String key, String body) {
        return maker().header("Idempotency-Key", key).body(body).post("/v1/things");
    }

    private int rows(String id) {
        return things.query("select id from thing where id = '" + id + "'").size();
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
    void what_takes_long_is_asked_for_outside_of_the_transaction_and_not_again() {
        String id = fresh();
        for (int times = 0; times < 2; times++) {
            post(id, thing(id, "n")).then().statusCode(201).body("preparedInside", equalTo(false));
        }
        assertThat(ThingResource.PREPARED.stream().filter(id::equals)).hasSize(1);
    }

    @Test
    void a_key_from_before_an_upgrade_gives_its_answer() {
        String id = fresh();
        String body = "{\"id\": \"" + id + "\", \"note\": \"n\", \"size\": 1.50}";
        String first = post(id, body).then().statusCode(201).extract().asString();
        // As the version before made it: of the body as it was written.
        things.update("update idempotency_key set request_sha256 = sha256(convert_to('{\"id\":\"" + id
                + "\",\"note\":\"n\",\"size\":1.50}', 'UTF8')) where key = '" + id + "'");

        assertThat(post(id, body).then().statusCode(201).extract().asString()).isEqualTo(first);
        post(id, body.replace("1.50", "1.75"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
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
}
