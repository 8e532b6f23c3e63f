package dev.plumbline.decision;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.decision.Hooks.Hook;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log of what was sent, and asking for it again. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class DeliveryLogTest {
    private static final String NOBODY_LISTENS = "http://localhost:1/nobody-listens";

    private final Hooks hooks = new Hooks();

    @AfterEach
    void take_away_what_was_made() {
        hooks.deleteAll();
    }

    @Test
    void refuses_what_is_no_redelivery() {
        Hook hook = hooks.make(NOBODY_LISTENS);
        String event = Hooks.decided(Ids.next(), 1);
        String delivery = hooks.awaitAttempts(hook, event, 1).path("id").asText();

        hooks.me()
                .post(Hooks.ONE + "/deliveries/{delivery}/redeliver", hook.id(), delivery)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/delivery-pending"));
        hooks.me()
                .get(Hooks.ONE + "/deliveries/{delivery}", hook.id(), delivery)
                .then()
                .statusCode(200)
                .body("reason", equalTo("CONNECTION_FAILED"));
        hooks.me()
                .post(Hooks.ONE + "/deliveries/{delivery}/redeliver", hook.id(), Ids.next())
                .then()
                .statusCode(404);
        hooks.me()
                .body("{\"from\": \"2026-02-01T00:00:00Z\", \"to\": \"2026-02-01T00:00:00Z\"}")
                .post(Hooks.ONE + "/redeliver", hook.id())
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/to")));
        hooks.me()
                .body("{\"from\": \"yesterday\", \"status\": \"PENDING\"}")
                .post(Hooks.ONE + "/redeliver", hook.id())
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/from", "/to", "/status"));
        hooks.me()
                .body("{\"from\": \"2026-02-01T00:00:00Z\", \"to\": \"+300000-01-01T00:00:00Z\"}")
                .post(Hooks.ONE + "/redeliver", hook.id())
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/to"));
    }

    @Test
    void the_log_is_filtered_and_paged() {
        Hook hook = hooks.make(NOBODY_LISTENS);
        List<String> events =
                List.of(Hooks.decided(Ids.next(), 1), Hooks.decided(Ids.next(), 1), Hooks.decided(Ids.next(), 1));
        events.forEach(event -> hooks.awaitStatus(hook, event, "PENDING"));
        String log = Hooks.ONE + "/deliveries";

        String next = hooks.me()
                .get(log + "?limit=2", hook.id())
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next");
        hooks.me()
                .get(log + "?limit=2&cursor=" + next, hook.id())
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        hooks.me().get(log + "?status=DELIVERED", hook.id()).then().body("items", hasSize(0));
        hooks.me().get(log + "?status=PENDING", hook.id()).then().body("items", hasSize(3));
        hooks.me().get(log + "?status=DEAD", hook.id()).then().statusCode(422);
        hooks.me()
                .get(log + "?state=EXHAUSTED", hook.id())
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/state"));
        String tooLate = Cursor.encode("+300000-01-01T00:00:00Z", Ids.next().toString());
        for (String cursor : List.of("nonsense", tooLate)) {
            hooks.me().get(log + "?cursor=" + cursor, hook.id()).then().statusCode(422);
        }
    }
}
