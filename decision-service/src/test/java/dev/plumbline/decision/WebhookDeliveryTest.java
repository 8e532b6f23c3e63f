package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.Hooks.Hook;
import dev.plumbline.decision.Receiver.Message;
import dev.plumbline.decision.Receiver.Reply;
import dev.plumbline.decision.app.webhook.DeliveryLanes;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class WebhookDeliveryTest {
    private static final String CHANGED = "dev.plumbline.decision.changed.v1";
    /** Longer than the schedule's first delay with its jitter. */
    private static final Duration SOON = Duration.ofSeconds(6);

    private static final int ATTEMPTS = 10;

    @Inject
    MovableClock clock;

    @Inject
    DeliveryLanes lanes;

    private final Hooks hooks = new Hooks();
    private final UUID application = Ids.next();

    @AfterEach
    void set_the_clock_right() {
        clock.reset();
    }

    @Test
    void tells_of_a_decision_with_a_signature_that_anybody_can_check() {
        UUID job = Ids.next();
        try (Receiver receiver = Receiver.answering(204);
                Receiver other = Receiver.answering(204)) {
            Hook hook = hooks.make("{\"url\": \"%s\", \"jobIds\": [\"%s\"]}".formatted(receiver.url(), job), 201);
            Hook others = hooks.make("{\"url\": \"%s\", \"jobIds\": [\"%s\"]}".formatted(other.url(), Ids.next()), 201);
            Published.publishJob(job, Rubrics.CLINIC);
            Published.send(Published.submitted(application, job, 1));

            Message message = receiver.await(1).getFirst();

            assertThat(Hooks.isSignedWith(hook.secret(), message)).isTrue();
            assertThat(Hooks.isSignedWith(others.secret(), message)).isFalse();
            ReceivedEvent event = TestKafka.read(Published.DECISIONS).stream()
                    .filter(one -> one.key().equals(application.toString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(message.id()).isEqualTo(event.id());
            assertThat(message.header("webhook-timestamp")).matches("\\d{10}");
            assertThat(message.header("content-type")).isEqualTo("application/json");
            assertThat(message.header("traceparent")).isEmpty();
            assertThat(message.path()).isEqualTo("/hook-path?token=in-the-query");
            JsonNode body = message.json();
            assertThat(body.properties()).hasSize(3);
            assertThat(body.path("type").asText()).isEqualTo(CHANGED);
            assertThat(Instant.parse(body.path("timestamp").asText())).isNotNull();
            JsonNode data = body.path("data");
            assertThat(data.path("applicationId").asText()).isEqualTo(application.toString());
            assertThat(data.path("externalId").asText()).isEqualTo(Published.externalId(application));
            assertThat(data.path("jobId").asText()).isEqualTo(job.toString());
            assertThat(data.path("number").asInt()).isEqualTo(1);
            assertThat(data.path("recommendation").asText()).isEqualTo("PENDING");
            assertThat(data.has("gates")).isFalse();
            JsonNode entry = hooks.awaitStatus(hook, event.id(), "DELIVERED");
            assertThat(entry.path("attempts").path(0).path("outcome").asText()).isEqualTo("HTTP_204");
            assertThat(hooks.log(others)).isEmpty();
            assertThat(other.messages()).isEmpty();
        }
    }

    @Test
    void tells_of_a_waiver_with_the_application_s_job_and_of_nothing_that_is_not_asked_for() {
        UUID job = Ids.next();
        Published.publishJob(job, Rubrics.CLINIC);
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);
        try (Receiver receiver = Receiver.answering(200)) {
            hooks.make("""
                    {"url": "%s", "jobIds": ["%s"], "eventTypes": ["dev.plumbline.decision.waiver-changed.v1"]}""".formatted(receiver.url(), job), 201);
            waive("soft");
            Api.as("hiring-manager")
                    .delete("/v1/applications/{id}/waivers/soft", application)
                    .then()
                    .statusCode(204);

            List<Message> messages = receiver.await(2);

            assertThat(messages).hasSize(2);
            JsonNode data = messages.getFirst().json().path("data");
            assertThat(data.path("node").asText()).isEqualTo("soft");
            assertThat(data.path("externalId").asText()).isEqualTo(Published.externalId(application));
            assertThat(data.path("jobId").asText()).isEqualTo(job.toString());
            assertThat(data.path("retracted").asBoolean()).isFalse();
            assertThat(data.has("by")).isFalse();
            assertThat(messages.getLast().json().path("data").path("retracted").asBoolean())
                    .isTrue();
        }
    }

    private void waive(String node) {
        Api.as("hiring-manager")
                .body("{\"node\": \"" + node + "\", \"reason\": \"ACCOMMODATION\"}")
                .post("/v1/applications/{id}/waivers", application)
                .then()
                .statusCode(201);
    }

    @Test
    void an_event_that_comes_twice_is_sent_once() {
        try (Receiver receiver = Receiver.answering(200)) {
            Hook hook = hooks.make(receiver.url());
            String event = Ids.next().toString();
            Hooks.publish(event, application, 1);
            hooks.awaitStatus(hook, event, "DELIVERED");
            Hooks.publish(event, application, 1);
            Hooks.publish(event, application, 1);
            Hooks.decided(application, 2);

            List<Message> messages = receiver.await(2);

            assertThat(messages).extracting(Message::number).containsExactly(1, 2);
            assertThat(hooks.log(hook)).hasSize(2);
        }
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
            moveOn(SOON);

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
    void a_receiver_that_hangs_holds_nobody_else_up() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(4);
        CountDownLatch release = new CountDownLatch(1);
        try (Receiver hung = Receiver.answering(message -> {
                    hanging.countDown();
                    awaitThe(release);
                    return Reply.of(200);
                });
                Receiver healthy = Receiver.answering(200)) {
            hooks.make(hung.url());
            hooks.make(healthy.url());
            // More than the hung one has lanes.
            List<UUID> applications =
                    IntStream.range(0, 40).mapToObj(i -> Ids.next()).toList();
            applications.forEach(one -> Hooks.decided(one, 1));
            hanging.await();

            // All of them, while nobody has let go of the other.
            healthy.await(applications.size());

            assertThat(release.getCount()).isEqualTo(1);
            assertThat(hung.messages()).hasSize(4);
        } finally {
            release.countDown();
        }
    }

    private static void awaitThe(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
                moveOn(Duration.between(
                        clock.instant(),
                        Instant.parse(entry.path("nextAttemptAt").asText())));
            }
            JsonNode exhausted = hooks.awaitStatus(hook, event, "EXHAUSTED");
            assertThat(exhausted.path("reason").asText()).isEqualTo("HTTP_500");
            assertThat(exhausted.path("attempts")).hasSize(ATTEMPTS);
            assertThat(exhausted.path("nextAttemptAt").isNull()).isTrue();
            Instant begun = Instant.parse(
                    exhausted.path("attempts").path(0).path("startedAt").asText());
            assertThat(Duration.between(begun, clock.instant())).isBetween(Duration.ofHours(67), Duration.ofHours(84));
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
        return Api.asPerson(hooks.owner, "integration")
                .post("/v1/webhooks/{id}/deliveries/{delivery}/redeliver", hook.id(), delivery)
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }

    @Test
    void gone_disables_and_enabling_sends_what_has_waited_in_order() {
        try (Receiver receiver = Receiver.answering(410)) {
            Hook hook = hooks.make(receiver.url());
            String first = Hooks.decided(application, 1);
            hooks.awaitAttempts(hook, first, 1);
            JsonNode disabled = hooks.get(hook);
            assertThat(disabled.path("enabled").asBoolean()).isFalse();
            assertThat(disabled.path("disabledBecause").asText()).isEqualTo("GONE");
            String second = Hooks.decided(application, 2);
            hooks.awaitStatus(hook, second, "PENDING");
            moveOn(Duration.ofHours(1));
            receiver.answer(200);

            assertThat(hooks.patch(hook, "{\"enabled\": true}").path("enabled").asBoolean())
                    .isTrue();

            hooks.awaitStatus(hook, second, "DELIVERED");
            assertThat(receiver.messages()).extracting(Message::id).containsExactly(first, first, second);
        }
    }

    @Test
    void what_a_busy_receiver_asks_for_is_honoured() {
        try (Receiver receiver = Receiver.answering(message -> new Reply(429, Map.of("Retry-After", "600")))) {
            Hook hook = hooks.make(receiver.url());
            String event = Hooks.decided(application, 1);

            JsonNode entry = hooks.awaitAttempts(hook, event, 1);

            Instant next = Instant.parse(entry.path("nextAttemptAt").asText());
            assertThat(Duration.between(clock.instant(), next)).isGreaterThan(Duration.ofSeconds(570));
            assertThat(entry.path("reason").asText()).isEqualTo("HTTP_429");
        }
    }

    @Test
    void messages_are_signed_with_both_secrets_until_the_one_before_ends() {
        try (Receiver receiver = Receiver.answering(200)) {
            Hook hook = hooks.make(receiver.url());
            String secret = Api.json(Api.asPerson(hooks.owner, "integration")
                            .post("/v1/webhooks/{id}/rotate-secret?overlap=PT2H", hook.id()))
                    .path("secret")
                    .asText();
            Hooks.decided(application, 1);
            Message during = receiver.await(1).getFirst();
            moveOn(Duration.ofHours(2));
            Hooks.decided(application, 2);
            Message after = receiver.await(2).getLast();

            assertThat(secret).startsWith("whsec_").isNotEqualTo(hook.secret());
            assertThat(Hooks.isSignedWith(secret, during)).isTrue();
            assertThat(Hooks.isSignedWith(hook.secret(), during)).isTrue();
            assertThat(Hooks.isSignedWith(secret, after)).isTrue();
            assertThat(Hooks.isSignedWith(hook.secret(), after)).isFalse();
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

            assertThat(range(hook, before, before.plusSeconds(3600), "EXHAUSTED"))
                    .isZero();
            assertThat(range(hook, before.minusSeconds(3600), before, "DELIVERED"))
                    .isZero();
            assertThat(range(hook, before, before.plusSeconds(3600), "DELIVERED"))
                    .isEqualTo(5);

            assertThat(receiver.await(10)).extracting(Message::id).containsExactlyElementsOf(twice(events));
        }
    }

    private static List<String> twice(List<String> events) {
        return List.of(events, events).stream().flatMap(List::stream).toList();
    }

    private int range(Hook hook, Instant from, Instant to, String status) {
        return Api.json(Api.asPerson(hooks.owner, "integration")
                        .body("{\"from\": \"%s\", \"to\": \"%s\", \"status\": \"%s\"}".formatted(from, to, status))
                        .post("/v1/webhooks/{id}/redeliver", hook.id())
                        .then()
                        .statusCode(202)
                        .extract()
                        .response())
                .path("deliveries")
                .asInt();
    }

    @Test
    void what_an_instance_took_along_when_it_died_is_taken_up_when_its_claim_has_run_out() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (Receiver receiver = Receiver.answering(message -> {
            if (taken.getCount() > 0) {
                taken.countDown();
                awaitThe(release);
                return Reply.of(500);
            }
            return Reply.of(200);
        })) {
            Hook hook = hooks.make(receiver.url());
            String event = Hooks.decided(application, 1);
            taken.await();
            moveOn(Duration.ofSeconds(59));
            assertThat(receiver.messages()).hasSize(1);
            moveOn(Duration.ofSeconds(2));

            JsonNode entry = hooks.awaitStatus(hook, event, "DELIVERED");

            assertThat(entry.path("attempts")).hasSize(2);
            assertThat(entry.path("attempts").path(0).path("outcome").isNull()).isTrue();
            release.countDown();
            // The one who was believed dead comes back, and changes nothing.
            JsonNode late = hooks.awaitAttempts(hook, event, 1);
            assertThat(late.path("status").asText()).isEqualTo("DELIVERED");
            assertThat(late.path("reason").isNull()).isTrue();
        } finally {
            release.countDown();
        }
    }

    @Test
    void a_webhook_that_is_deleted_is_told_of_nothing_more() {
        try (Receiver receiver = Receiver.answering(500);
                Receiver another = Receiver.answering(200)) {
            Hook hook = hooks.make(receiver.url());
            hooks.awaitAttempts(hook, Hooks.decided(application, 1), 1);
            hooks.delete(hook);
            Hook left = hooks.make(another.url());
            hooks.awaitStatus(left, Hooks.decided(application, 2), "DELIVERED");
            moveOn(SOON);
            hooks.awaitStatus(left, Hooks.decided(application, 3), "DELIVERED");

            assertThat(receiver.messages()).hasSize(1);
            Api.asPerson(hooks.owner, "integration")
                    .get("/v1/webhooks/{id}/deliveries", hook.id())
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void the_meters_say_what_came_of_attempts_and_nothing_of_whose() {
        try (Receiver receiver = Receiver.answering(200)) {
            Hook hook = hooks.make(receiver.url());
            hooks.awaitStatus(hook, Hooks.decided(application, 1), "DELIVERED");

            RestAssured.get("/q/metrics")
                    .then()
                    .statusCode(200)
                    .body(containsString("plumbline_webhook_attempts_seconds_count{delivery=\"DELIVERED\","))
                    .body(not(containsString("hook-path")))
                    .body(not(containsString(hooks.owner)))
                    .body(not(containsString(hook.id())));
        }
    }

    private void moveOn(Duration time) {
        clock.advance(time);
        lanes.wake();
    }
}
