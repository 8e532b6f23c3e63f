package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.decision.Hooks.Hook;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class WebhooksTest {
    private static final String WEBHOOKS = "/v1/webhooks";
    private static final String ONE = WEBHOOKS + "/{id}";
    private static final String URL = "https://ats.example.com/hooks?token=t0p-secret";
    private static final String BODY = "{\"url\": \"" + URL + "\"}";

    private final Hooks hooks = new Hooks();

    @Inject
    AgroalDataSource dataSource;

    @Test
    void a_webhook_is_made_with_a_secret_that_is_shown_once() throws SQLException {
        UUID job = Ids.next();
        Response made = me().body("""
                        {"url": "%s", "jobIds": ["%s"],
                         "eventTypes": ["dev.plumbline.decision.changed.v1", "dev.plumbline.decision.changed.v1"]}""".formatted(URL, job)).post(WEBHOOKS);

        made.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Cache-Control", "no-store")
                .header("Location", equalTo("/v1/webhooks/" + made.path("id")))
                .body("owner", equalTo(hooks.owner))
                .body("enabled", equalTo(true))
                .body("disabledBecause", nullValue())
                .body("eventTypes", equalTo(List.of("dev.plumbline.decision.changed.v1")))
                .body("jobIds", equalTo(List.of(job.toString())));
        String secret = made.path("secret");
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        String read = me().get(ONE, made.<String>path("id"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .extract()
                .asString();
        assertThat(read).contains(URL).doesNotContain("whsec_");
        assertThat(stored()).contains("t0p-secret").doesNotContain(secret).doesNotContain("whsec_");
    }

    /** All that is kept of webhooks and of answers. */
    private String stored() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select (select string_agg(webhook::text, ' ') from webhook)
                            || (select coalesce(string_agg(idempotency_key::text, ' '), '') from idempotency_key)""")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void a_repeated_request_with_its_key_gets_the_same_secret_and_one_webhook() {
        String key = Ids.next().toString();
        Response first = me().header("Idempotency-Key", key).body(BODY).post(WEBHOOKS);
        Response second = me().header("Idempotency-Key", key).body(BODY).post(WEBHOOKS);

        assertThat(second.then()
                        .statusCode(201)
                        .header("ETag", "\"1\"")
                        .extract()
                        .asString())
                .isEqualTo(first.asString());
        me().header("Idempotency-Key", key)
                .body("{\"url\": \"https://elsewhere.example.com\"}")
                .post(WEBHOOKS)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        me().get(WEBHOOKS).then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                {}                                                                    | /url
                {"url": null}                                                         | /url
                {"url": 7}                                                            | /url
                {"url": ""}                                                           | /url
                {"url": "ftp://ats.example.com"}                                      | /url
                {"url": "https://me:pw@ats.example.com"}                              | /url
                {"url": "https://ats.example.com/#x"}                                 | /url
                {"url": "https://ats.example.com", "secret": "whsec_mine"}            | /secret
                {"url": "https://ats.example.com", "jobIds": ["no-uuid"]}             | /jobIds/0
                {"url": "https://ats.example.com", "eventTypes": ["decision.*"]}      | /eventTypes/0
                {"url": "https://ats.example.com", "eventTypes": [null]}              | /eventTypes/0
                {"url": "https://ats.example.com", "eventTypes": "all"}               | /eventTypes
                """)
    void refuses_what_is_no_webhook(String body, String pointer) {
        me().body(body).post(WEBHOOKS).then().statusCode(422).body("errors.pointer", hasItem(pointer));

        me().get(WEBHOOKS).then().body("items", hasSize(0));
    }

    @Test
    void names_every_fault_at_once() {
        me().body("""
                        {"url": "ftp://me@ats.example.com/#x", "eventTypes": ["x"], "jobIds": ["y"], "more": 1}""")
                .post(WEBHOOKS)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/url", "/eventTypes/0", "/jobIds/0", "/more"))
                .body("errors.findAll { it.pointer == '/url' }", hasSize(3));
        me().body("{\"url\":").post(WEBHOOKS).then().statusCode(400);
        me().post(WEBHOOKS).then().statusCode(400);
    }

    @Test
    void nobody_has_more_than_twenty() {
        for (int i = 0; i < 20; i++) {
            hooks.make(BODY, 201);
        }

        me().body(BODY).post(WEBHOOKS).then().statusCode(409).body("type", equalTo("/problems/too-many-webhooks"));

        String first = me().get(WEBHOOKS + "?limit=15")
                .then()
                .body("items", hasSize(15))
                .extract()
                .path("next");
        me().get(WEBHOOKS + "?limit=15&cursor=" + first)
                .then()
                .body("items", hasSize(5))
                .body("next", nullValue());
        me().get(WEBHOOKS + "?cursor=nonsense").then().statusCode(422);
        me().get(WEBHOOKS + "?limit=all").then().statusCode(422);
    }

    @Test
    void another_owner_s_webhook_does_not_exist() {
        Hook hook = hooks.make(URL);
        RequestSpecification other = Api.asPerson("another-ats", "integration");

        Api.asPerson("another-ats", "integration").get(ONE, hook.id()).then().statusCode(404);
        other.body("{\"enabled\": false}").patch(ONE, hook.id()).then().statusCode(404);
        Api.asPerson("another-ats", "integration").delete(ONE, hook.id()).then().statusCode(404);
        Api.asPerson("another-ats", "integration")
                .post(ONE + "/rotate-secret", hook.id())
                .then()
                .statusCode(404);
        Api.asPerson("another-ats", "integration")
                .get(ONE + "/deliveries", hook.id())
                .then()
                .statusCode(404);
        Api.asPerson("another-ats", "integration")
                .body("{\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2026-02-01T00:00:00Z\"}")
                .post(ONE + "/redeliver", hook.id())
                .then()
                .statusCode(404);
        Api.asPerson("another-ats", "integration").get(WEBHOOKS).then().body("items.id", not(hasItem(hook.id())));
        me().get(ONE, hook.id()).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void auditors_and_operators_see_all_without_path_and_query() {
        Hook hook = hooks.make(URL);

        for (String role : List.of("auditor", "operator")) {
            Api.as(role)
                    .get(ONE, hook.id())
                    .then()
                    .statusCode(200)
                    .body("url", equalTo("https://ats.example.com"))
                    .body("owner", equalTo(hooks.owner));
            Api.as(role).get(ONE + "/deliveries", hook.id()).then().statusCode(200);
            Api.as(role).get(WEBHOOKS + "?limit=500").then().body("items.id", hasItem(hook.id()));
            Api.as(role).delete(ONE, hook.id()).then().statusCode(403);
        }
    }

    @Test
    void a_change_leaves_what_it_does_not_name_and_counts_the_version() {
        UUID job = Ids.next();
        Hook hook = hooks.make("{\"url\": \"%s\", \"jobIds\": [\"%s\"]}".formatted(URL, job), 201);

        me().header("If-Match", "\"1\"")
                .body("{\"enabled\": false}")
                .patch(ONE, hook.id())
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("enabled", equalTo(false), "disabledBecause", equalTo("OWNER"), "url", equalTo(URL))
                .body("jobIds", equalTo(List.of(job.toString())));
        me().header("If-Match", "\"1\"")
                .body("{\"enabled\": true}")
                .patch(ONE, hook.id())
                .then()
                .statusCode(412);
        me().body("{\"url\": \"http://me@localhost\", \"enabled\": true}")
                .patch(ONE, hook.id())
                .then()
                .statusCode(422);
        me().body("{\"jobIds\": [], \"url\": \"https://new.example.com\"}")
                .patch(ONE, hook.id())
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("enabled", equalTo(false), "url", equalTo("https://new.example.com"))
                .body("jobIds", hasSize(0));
        me().header("If-Match", "\"2\"").delete(ONE, hook.id()).then().statusCode(412);
        me().header("If-Match", "\"3\"").delete(ONE, hook.id()).then().statusCode(204);
        me().get(ONE, hook.id()).then().statusCode(404);
        me().delete(ONE, hook.id()).then().statusCode(404);
    }

    @Test
    void a_rotation_that_is_repeated_with_its_key_rotates_once() {
        Hook hook = hooks.make(URL);
        String key = Ids.next().toString();
        Response first = me().header("Idempotency-Key", key).post(ONE + "/rotate-secret", hook.id());
        Response second = me().header("Idempotency-Key", key).post(ONE + "/rotate-secret", hook.id());

        first.then().statusCode(200).header("Cache-Control", "no-store").body("secret", not(equalTo(hook.secret())));
        assertThat(second.asString()).isEqualTo(first.asString());
        me().get(ONE, hook.id()).then().header("ETag", "\"2\"");
        for (String overlap : List.of("PT169H", "-PT1H", "1", "P1M")) {
            me().post(ONE + "/rotate-secret?overlap=" + overlap, hook.id())
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/invalid-parameter"));
        }
    }

    @Test
    void refuses_what_is_no_redelivery() {
        Hook hook = hooks.make("http://localhost:1/nobody-listens");
        String event = Hooks.decided(Ids.next(), 1);
        String delivery = hooks.awaitAttempts(hook, event, 1).path("id").asText();

        me().post(ONE + "/deliveries/{delivery}/redeliver", hook.id(), delivery)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/delivery-pending"));
        me().get(ONE + "/deliveries/{delivery}", hook.id(), delivery)
                .then()
                .statusCode(200)
                .body("reason", equalTo("CONNECTION_FAILED"));
        me().post(ONE + "/deliveries/{delivery}/redeliver", hook.id(), Ids.next())
                .then()
                .statusCode(404);
        me().body("{\"from\": \"2026-02-01T00:00:00Z\", \"to\": \"2026-02-01T00:00:00Z\"}")
                .post(ONE + "/redeliver", hook.id())
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/to")));
        me().body("{\"from\": \"yesterday\", \"status\": \"PENDING\"}")
                .post(ONE + "/redeliver", hook.id())
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/from", "/to", "/status"));
    }

    @Test
    void the_log_is_filtered_and_paged() {
        Hook hook = hooks.make("http://localhost:1/nobody-listens");
        List<String> events =
                List.of(Hooks.decided(Ids.next(), 1), Hooks.decided(Ids.next(), 1), Hooks.decided(Ids.next(), 1));
        events.forEach(event -> hooks.awaitStatus(hook, event, "PENDING"));
        String log = ONE + "/deliveries";

        String next = me().get(log + "?limit=2", hook.id())
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next");
        me().get(log + "?limit=2&cursor=" + next, hook.id())
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        me().get(log + "?status=DELIVERED", hook.id()).then().body("items", hasSize(0));
        me().get(log + "?status=PENDING", hook.id()).then().body("items", hasSize(3));
        me().get(log + "?status=DEAD", hook.id()).then().statusCode(422);
        me().get(log + "?state=EXHAUSTED", hook.id()).then().statusCode(422).body("errors.pointer", hasItem("/state"));
        me().get(log + "?cursor=nonsense", hook.id()).then().statusCode(422);
    }

    private RequestSpecification me() {
        return Api.asPerson(hooks.owner, "integration");
    }
}
