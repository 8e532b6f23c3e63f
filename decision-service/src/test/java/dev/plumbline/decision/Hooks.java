package dev.plumbline.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.TestKafka;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;

/** Webhooks as their owners see them, and events for them. Each test has an owner of its own. */
final class Hooks {
    /** The path of all webhooks. */
    static final String ALL = "/v1/webhooks";
    /** The path of one of them. */
    static final String ONE = ALL + "/{id}";

    private static final String EXAMPLE = "/contracts/examples/dev.plumbline.decision.changed.v1.2.json";

    final String owner;

    Hooks() {
        this("ats-" + Ids.next());
    }

    /** Those of this owner. */
    Hooks(String owner) {
        this.owner = owner;
    }

    /** A webhook that was made. */
    record Hook(String id, String secret) {}

    /** Calls as the owner. */
    RequestSpecification me() {
        return Api.asPerson(owner, "integration");
    }

    Hook make(String url) {
        return make("{\"url\": \"" + url + "\"}", 201);
    }

    Hook make(String body, int status) {
        JsonNode made = Api.json(
                me().body(body).post(ALL).then().statusCode(status).extract().response());
        return new Hook(made.path("id").asText(), made.path("secret").asText());
    }

    JsonNode get(Hook hook) {
        return Api.json(me().get(ONE, hook.id()));
    }

    JsonNode patch(Hook hook, String body) {
        return Api.json(me().body(body)
                .patch(ONE, hook.id())
                .then()
                .statusCode(200)
                .extract()
                .response());
    }

    void delete(Hook hook) {
        me().delete(ONE, hook.id()).then().statusCode(204);
    }

    /** Takes away what is left of this owner's: nobody sends to receivers that are gone, while other tests run. */
    void deleteAll() {
        Api.json(me().get(ALL + "?limit=500"))
                .path("items")
                .forEach(hook -> delete(new Hook(hook.path("id").asText(), "")));
    }

    /** The delivery log, the newest event first. */
    JsonNode log(Hook hook) {
        return Api.json(me().get(ONE + "/deliveries?limit=500", hook.id())).path("items");
    }

    /** The entry of this event, as soon as it is like this. */
    JsonNode awaitEntry(Hook hook, String eventId, Predicate<JsonNode> condition) {
        return Awaitility.await("the delivery of " + eventId)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(25))
                .until(() -> entry(hook, eventId), condition::test);
    }

    JsonNode awaitStatus(Hook hook, String eventId, String status) {
        return awaitEntry(hook, eventId, entry -> entry.path("status").asText().equals(status));
    }

    /** The entry of this event, as soon as so many attempts of it have ended. */
    JsonNode awaitAttempts(Hook hook, String eventId, int count) {
        return awaitEntry(
                hook,
                eventId,
                entry -> entry.path("attempts").size() >= count
                        && entry.path("attempts").path(count - 1).hasNonNull("outcome"));
    }

    JsonNode entry(Hook hook, String eventId) {
        for (JsonNode entry : log(hook)) {
            if (entry.path("eventId").asText().equals(eventId)) {
                return entry;
            }
        }
        return new ObjectMapper().missingNode();
    }

    /** Publishes a decision with this number; the event's id. */
    static String decided(UUID application, int number) {
        String id = Ids.next().toString();
        publish(id, application, number);
        return id;
    }

    static void publish(String eventId, UUID application, int number) {
        try (InputStream example = Objects.requireNonNull(Hooks.class.getResourceAsStream(EXAMPLE))) {
            ObjectNode data = (ObjectNode) new ObjectMapper().readTree(example);
            data.put("applicationId", application.toString()).put("number", number);
            TestKafka.publish(
                    Published.DECISIONS,
                    application.toString(),
                    "dev.plumbline.decision.changed.v1",
                    "/plumbline/decision-service",
                    eventId,
                    data.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a message is signed with this secret: by hand, as Standard Webhooks 1.0 says. */
    static boolean isSignedWith(String secret, Receiver.Message message) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String signed = message.id() + "." + message.header("webhook-timestamp") + "." + message.body();
            String expected =
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            return List.of(message.header("webhook-signature").split(" ", -1)).contains(expected);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
