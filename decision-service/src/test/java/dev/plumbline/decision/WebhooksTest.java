package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class WebhooksTest {
    private static final String URL = "https://ats.example.com/hooks?token=t0p-secret";
    private static final String BODY = "{\"url\": \"" + URL + "\"}";

    private final Hooks hooks = new Hooks();

    @Inject
    AgroalDataSource dataSource;

    @AfterEach
    void take_away_what_was_made() {
        hooks.deleteAll();
    }

    @Test
    void a_webhook_is_made_with_a_secret_that_is_shown_once() throws SQLException {
        UUID job = Ids.next();
        Response made = hooks.me().body("""
                        {"url": "%s", "jobIds": ["%s"],
                         "eventTypes": ["dev.plumbline.decision.changed.v1", "dev.plumbline.decision.changed.v1"]}""".formatted(URL, job)).post(Hooks.ALL);

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
        String read = hooks.me()
                .get(Hooks.ONE, made.<String>path("id"))
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
        Response first = hooks.me().header("Idempotency-Key", key).body(BODY).post(Hooks.ALL);
        Response second = hooks.me().header("Idempotency-Key", key).body(BODY).post(Hooks.ALL);

        assertThat(second.then()
                        .statusCode(201)
                        .header("ETag", "\"1\"")
                        .extract()
                        .asString())
                .isEqualTo(first.asString());
        hooks.me()
                .header("Idempotency-Key", key)
                .body("{\"url\": \"https://elsewhere.example.com\"}")
                .post(Hooks.ALL)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        hooks.me().get(Hooks.ALL).then().body("items", hasSize(1));
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
        hooks.me().body(body).post(Hooks.ALL).then().statusCode(422).body("errors.pointer", hasItem(pointer));

        hooks.me().get(Hooks.ALL).then().body("items", hasSize(0));
    }

    @Test
    void names_every_fault_at_once() {
        hooks.me()
                .body("""
                        {"url": "ftp://me@ats.example.com/#x", "eventTypes": ["x"], "jobIds": ["y"], "more": 1}""")
                .post(Hooks.ALL)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/url", "/eventTypes/0", "/jobIds/0", "/more"))
                .body("errors.findAll { it.pointer == '/url' }", hasSize(3));
        hooks.me().body("{\"url\":").post(Hooks.ALL).then().statusCode(400);
        hooks.me().post(Hooks.ALL).then().statusCode(400);
    }

    @Test
    void nobody_has_more_than_twenty() {
        for (int i = 0; i < 20; i++) {
            hooks.make(BODY, 201);
        }

        hooks.me()
                .body(BODY)
                .post(Hooks.ALL)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/too-many-webhooks"));

        String first = hooks.me()
                .get(Hooks.ALL + "?limit=15")
                .then()
                .body("items", hasSize(15))
                .extract()
                .path("next");
        hooks.me()
                .get(Hooks.ALL + "?limit=15&cursor=" + first)
                .then()
                .body("items", hasSize(5))
                .body("next", nullValue());
        hooks.me().get(Hooks.ALL + "?cursor=nonsense").then().statusCode(422);
        hooks.me().get(Hooks.ALL + "?limit=all").then().statusCode(422);
    }
}
