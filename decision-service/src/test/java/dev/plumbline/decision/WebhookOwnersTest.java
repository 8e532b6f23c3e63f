package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.plumbline.decision.Hooks.Hook;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What owners do with their webhooks, and what others can. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class WebhookOwnersTest {
    private static final String URL = "https://ats.example.com/hooks?token=t0p-secret";

    private final Hooks hooks = new Hooks();

    @Test
    void another_owner_s_webhook_does_not_exist() {
        Hook hook = hooks.make(URL);
        RequestSpecification other = Api.asPerson("another-ats", "integration");

        Api.asPerson("another-ats", "integration")
                .get(Hooks.ONE, hook.id())
                .then()
                .statusCode(404);
        other.body("{\"enabled\": false}").patch(Hooks.ONE, hook.id()).then().statusCode(404);
        Api.asPerson("another-ats", "integration")
                .delete(Hooks.ONE, hook.id())
                .then()
                .statusCode(404);
        Api.asPerson("another-ats", "integration")
                .post(Hooks.ONE + "/rotate-secret", hook.id())
                .then()
                .statusCode(404);
        Api.asPerson("another-ats", "integration")
                .get(Hooks.ONE + "/deliveries", hook.id())
                .then()
                .statusCode(404);
        Api.asPerson("another-ats", "integration")
                .body("{\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2026-02-01T00:00:00Z\"}")
                .post(Hooks.ONE + "/redeliver", hook.id())
                .then()
                .statusCode(404);
        String range = hooks.me()
                .body("{\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2026-02-01T00:00:00Z\"}")
                .post(Hooks.ONE + "/redeliver", hook.id())
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        hooks.me().get(range).then().statusCode(200);
        Api.asPerson("another-ats", "integration").get(range).then().statusCode(404);
        Api.as("auditor").get(range).then().statusCode(200);
        Api.asPerson("another-ats", "integration").get(Hooks.ALL).then().body("items.id", not(hasItem(hook.id())));
        hooks.me().get(Hooks.ONE, hook.id()).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void auditors_and_operators_see_all_without_path_and_query() {
        Hook hook = hooks.make(URL);

        for (String role : List.of("auditor", "operator")) {
            Api.as(role)
                    .get(Hooks.ONE, hook.id())
                    .then()
                    .statusCode(200)
                    .body("url", equalTo("https://ats.example.com"))
                    .body("owner", equalTo(hooks.owner));
            Api.as(role).get(Hooks.ONE + "/deliveries", hook.id()).then().statusCode(200);
            Api.as(role).get(Hooks.ALL + "?limit=500").then().body("items.id", hasItem(hook.id()));
            Api.as(role).delete(Hooks.ONE, hook.id()).then().statusCode(403);
        }
    }

    @Test
    void a_change_leaves_what_it_does_not_name_and_counts_the_version() {
        UUID job = Ids.next();
        Hook hook = hooks.make("{\"url\": \"%s\", \"jobIds\": [\"%s\"]}".formatted(URL, job), 201);

        hooks.me()
                .header("If-Match", "\"1\"")
                .body("{\"enabled\": false}")
                .patch(Hooks.ONE, hook.id())
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("enabled", equalTo(false), "disabledBecause", equalTo("OWNER"), "url", equalTo(URL))
                .body("jobIds", equalTo(List.of(job.toString())));
        hooks.me()
                .header("If-Match", "\"1\"")
                .body("{\"enabled\": true}")
                .patch(Hooks.ONE, hook.id())
                .then()
                .statusCode(412);
        hooks.me()
                .body("{\"url\": \"http://me@localhost\", \"enabled\": true}")
                .patch(Hooks.ONE, hook.id())
                .then()
                .statusCode(422);
        hooks.me()
                .body("{\"jobIds\": [], \"url\": \"https://new.example.com\"}")
                .patch(Hooks.ONE, hook.id())
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("enabled", equalTo(false), "url", equalTo("https://new.example.com"))
                .body("jobIds", hasSize(0));
        hooks.me()
                .header("If-Match", "\"2\"")
                .delete(Hooks.ONE, hook.id())
                .then()
                .statusCode(412);
        hooks.me()
                .header("If-Match", "\"3\"")
                .delete(Hooks.ONE, hook.id())
                .then()
                .statusCode(204);
        hooks.me().get(Hooks.ONE, hook.id()).then().statusCode(404);
        hooks.me().delete(Hooks.ONE, hook.id()).then().statusCode(404);
    }

    @Test
    void a_rotation_that_is_repeated_with_its_key_rotates_once() {
        Hook hook = hooks.make(URL);
        String key = Ids.next().toString();
        Response first = hooks.me().header("Idempotency-Key", key).post(Hooks.ONE + "/rotate-secret", hook.id());
        Response second = hooks.me().header("Idempotency-Key", key).post(Hooks.ONE + "/rotate-secret", hook.id());

        first.then().statusCode(200).header("Cache-Control", "no-store").body("secret", not(equalTo(hook.secret())));
        assertThat(second.asString()).isEqualTo(first.asString());
        hooks.me().get(Hooks.ONE, hook.id()).then().header("ETag", "\"2\"");
        for (String overlap : List.of("PT169H", "-PT1H", "1", "P1M")) {
            hooks.me()
                    .post(Hooks.ONE + "/rotate-secret?overlap=" + overlap, hook.id())
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/invalid-parameter"));
        }
    }
}
