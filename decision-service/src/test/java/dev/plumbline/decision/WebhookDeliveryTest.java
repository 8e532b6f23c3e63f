package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.Hooks.Hook;
import dev.plumbline.decision.Receiver.Message;
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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What webhooks are told, how it is signed, and what nobody is told. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class WebhookDeliveryTest {
    private static final String CHANGED = "dev.plumbline.decision.changed.v1";
    /** Longer than the schedule's first delay with its jitter. */
    private static final Duration SOON = Duration.ofSeconds(6);

    @Inject
    PassingTime time;

    private final Hooks hooks = new Hooks();
    private final UUID application = Ids.next();

    @AfterEach
    void set_the_clock_right_and_take_away_what_was_made() {
        time.reset();
        hooks.deleteAll();
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
            assertThat(traceId(message.header("traceparent")))
                    .isEqualTo(traceId(event.header("traceparent").orElseThrow()));
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

    private static String traceId(String traceparent) {
        return traceparent.split("-")[1];
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
    void messages_are_signed_with_both_secrets_until_the_one_before_ends() {
        try (Receiver receiver = Receiver.answering(200)) {
            Hook hook = hooks.make(receiver.url());
            String secret = Api.json(hooks.me().post(Hooks.ONE + "/rotate-secret?overlap=PT2H", hook.id()))
                    .path("secret")
                    .asText();
            Hooks.decided(application, 1);
            Message during = receiver.await(1).getFirst();
            time.pass(Duration.ofHours(2));
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
    void a_webhook_that_is_deleted_is_told_of_nothing_more() {
        try (Receiver receiver = Receiver.answering(500);
                Receiver another = Receiver.answering(200)) {
            Hook hook = hooks.make(receiver.url());
            hooks.awaitAttempts(hook, Hooks.decided(application, 1), 1);
            hooks.delete(hook);
            Hook left = hooks.make(another.url());
            hooks.awaitStatus(left, Hooks.decided(application, 2), "DELIVERED");
            time.pass(SOON);
            hooks.awaitStatus(left, Hooks.decided(application, 3), "DELIVERED");

            assertThat(receiver.messages()).hasSize(1);
            hooks.me().get(Hooks.ONE + "/deliveries", hook.id()).then().statusCode(404);
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
}
