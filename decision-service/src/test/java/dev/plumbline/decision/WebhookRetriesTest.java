package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.Hooks.Hook;
import dev.plumbline.decision.Receiver.Message;
import dev.plumbline.decision.Receiver.Reply;
import dev.plumbline.decision.app.webhook.DeliveryBacklog;
import dev.plumbline.decision.app.webhook.Webhook;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes of deliveries that fail, and of those that are asked for again. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class WebhookRetriesTest {
    /** Longer than the schedule's first delay with its jitter. */
    private static final Duration SOON = Duration.ofSeconds(6);

    private static final int ATTEMPTS = 10;

    @Inject
    PassingTime time;

    @Inject
    DeliveryBacklog backlog;

    private final Hooks hooks = new Hooks();
    private final UUID application = Ids.next();

    @AfterEach
    void set_the_clock_right_and_take_away_what_was_made() {
        time.reset();
        hooks.deleteAll();
    }

    @Test
    void a_later_event_of_an_application_waits_for_the_earlier_one_and_other_applications_do_not() {
        UUID second = Ids.next();
        try (Receiver receiver = Receiver.answering(
                message -> Reply.of(message.json().toString().contains(application.toString()) ? 500 : 200))) {
            Hook hook = hooks.make(receiver.url());
            String first = Hooks.decided(application, 1);
            JsonNode failed = hooks.awaitAttempts(hook, first, 1);
            assertThat(failed.path("status").asText()).isEqualTo("PENDING");
            assertThat(failed.path("reason").asText()).isEqualTo("HTTP_500");
            String later = Hooks.decided(application, 2);
            String elsewhere = Hooks.decided(second, 1);
            hooks.awaitStatus(hook, elsewhere, "DELIVERED");
            assertThat(hooks.entry(hook, later).path("nextAttemptAt").isNull()).isTrue();
            receiver.answer(200);
            time.pass(SOON);

            hooks.awaitStatus(hook, later, "DELIVERED");

            assertThat(receiver.messages().stream()
                            .filter(message -> message.body().contains(application.toString())))
                    .extracting(Message::number)
                    .containsExactly(1, 1, 2);
            assertThat(receiver.messages().stream()
                            .filter(message -> message.id().equals(first))
                            .map(Message::body)
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void gives_up_after_the_last_attempt_then_goes_on_with_the_next_and_sends_again_when_asked() {
        try (Receiver receiver = Receiver.answering(500)) {
            Hook hook = hooks.make(receiver.url());
            String event = Hooks.decided(application, 1);
            for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
                JsonNode entry = hooks.awaitAttempts(hook, event, attempt);
                assertThat(entry.path("status").asText()).isEqualTo("PENDING");
                time.pass(Duration.between(
                        time.now(), Instant.parse(entry.path("nextAttemptAt").asText())));
            }
            JsonNode exhausted = hooks.awaitStatus(hook, event, "EXHAUSTED");
            assertThat(exhausted.path("reason").asText()).isEqualTo("HTTP_500");
            assertThat(exhausted.path("attempts")).hasSize(ATTEMPTS);
            assertThat(exhausted.path("nextAttemptAt").isNull()).isTrue();
            Instant begun = Instant.parse(
                    exhausted.path("attempts").path(0).path("startedAt").asText());
            assertThat(Duration.between(begun, time.now())).isBetween(Duration.ofHours(67), Duration.ofHours(84));
            receiver.answer(200);

            String redelivered = again(hook, exhausted.path("id").asText(), 202);

            assertThat(redelivered).contains("PENDING");
            JsonNode delivered = hooks.awaitStatus(hook, event, "DELIVERED");
            assertThat(delivered.path("attempts")).hasSize(ATTEMPTS + 1);
            assertThat(delivered.path("reason").isNull()).isTrue();
            assertThat(receiver.messages()).extracting(Message::id).containsOnly(event);
        }
    }

    private String again(Hook hook, String delivery, int status) {
        return hooks.me()
                .post(Hooks.ONE + "/deliveries/{delivery}/redeliver", hook.id(), delivery)
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }

    @Test
    void gone_disables_and_enabling_sends_what_has_waited_in_order() {
        try (Receiver receiver = Receiver.answering(410)) {
            long gone = registered(Webhook.State.GONE);
            Hook hook = hooks.make(receiver.url());
            long enabled = registered(Webhook.State.ENABLED);
            String first = Hooks.decided(application, 1);
            hooks.awaitAttempts(hook, first, 1);
            JsonNode disabled = hooks.get(hook);
            assertThat(disabled.path("enabled").asBoolean()).isFalse();
            assertThat(disabled.path("disabledBecause").asText()).isEqualTo("GONE");
            assertThat(registered(Webhook.State.GONE)).isEqualTo(gone + 1);
            assertThat(registered(Webhook.State.ENABLED)).isEqualTo(enabled - 1);
            String second = Hooks.decided(application, 2);
            hooks.awaitStatus(hook, second, "PENDING");
            time.pass(Duration.ofHours(1));
            receiver.answer(200);

            assertThat(hooks.patch(hook, "{\"enabled\": true}").path("enabled").asBoolean())
                    .isTrue();
            assertThat(registered(Webhook.State.GONE)).isEqualTo(gone);

            hooks.awaitStatus(hook, second, "DELIVERED");
            assertThat(receiver.messages()).extracting(Message::id).containsExactly(first, first, second);
        }
    }

    /** How many webhooks are in this state, which operators are soon told. */
    private long registered(Webhook.State state) {
        long count = backlog.read(time.now()).webhooks(state);
        await().untilAsserted(() -> assertThat(told(state)).isEqualTo(count));
        return count;
    }

    private static double told(Webhook.State state) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("plumbline_webhook_registered{state=\"" + state + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void what_a_busy_receiver_asks_for_is_honoured() {
        try (Receiver receiver = Receiver.answering(message -> new Reply(429, Map.of("Retry-After", "600")))) {
            Hook hook = hooks.make(receiver.url());
            String event = Hooks.decided(application, 1);

            JsonNode entry = hooks.awaitAttempts(hook, event, 1);

            Instant next = Instant.parse(entry.path("nextAttemptAt").asText());
            assertThat(Duration.between(time.now(), next)).isGreaterThan(Duration.ofSeconds(570));
            assertThat(entry.path("reason").asText()).isEqualTo("HTTP_429");
        }
    }

    @Test
    void a_time_range_is_sent_again_in_its_order_with_the_same_ids() {
        Instant before = Instant.now().minusSeconds(5);
        try (Receiver receiver = Receiver.answering(200)) {
            Hook hook = hooks.make(receiver.url());
            List<String> events = IntStream.rangeClosed(1, 5)
                    .mapToObj(number -> Hooks.decided(application, number))
                    .toList();
            hooks.awaitStatus(hook, events.getLast(), "DELIVERED");

            assertThat(awaitRange(range(hook, before, before.plusSeconds(3600), "EXHAUSTED", "none")))
                    .isZero();
            assertThat(awaitRange(range(hook, before.minusSeconds(3600), before, "DELIVERED", "earlier")))
                    .isZero();
            Response asked = range(hook, before, before.plusSeconds(3600), "DELIVERED", "all");
            assertThat(awaitRange(asked)).isEqualTo(5);
            Response again = range(hook, before, before.plusSeconds(3600), "DELIVERED", "all");

            assertThat(again.header("Location")).isEqualTo(asked.header("Location"));
            assertThat(receiver.await(10)).extracting(Message::id).containsExactlyElementsOf(twice(events));
        }
    }

    private static List<String> twice(List<String> events) {
        return List.of(events, events).stream().flatMap(List::stream).toList();
    }

    private Response range(Hook hook, Instant from, Instant to, String status, String key) {
        return hooks.me()
                .header("Idempotency-Key", key)
                .body("{\"from\": \"%s\", \"to\": \"%s\", \"status\": \"%s\"}".formatted(from, to, status))
                .post(Hooks.ONE + "/redeliver", hook.id())
                .then()
                .statusCode(202)
                .extract()
                .response();
    }

    /** How many were sent again, as soon as all of them are. */
    private int awaitRange(Response asked) {
        return Awaitility.await("the end of the range")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(25))
                .until(
                        () -> Api.json(hooks.me().get(asked.header("Location"))),
                        redelivery -> redelivery.path("finishedAt").isTextual())
                .path("deliveries")
                .asInt();
    }
}
