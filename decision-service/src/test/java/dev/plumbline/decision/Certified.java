package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.certificate.DecisionKey;
import dev.plumbline.decision.json.CanonicalJson;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A certificate as the service gives it out. That it was given out at all says that all its decisions came out the same
 * when they were made again: the service signs nothing else.
 */
record Certified(String file, JsonNode certificate) {
    private static final String PATH = "/v1/applications/{id}/decisions/{number}/certificate";

    static Response get(UUID application, Object number) {
        return Api.as("auditor").get(PATH, application, number);
    }

    /** Fetches a certificate and checks its form and its signature. */
    static Certified of(UUID application, int number) {
        return of(application, number, keys().getFirst());
    }

    private static Certified of(UUID application, int number, DecisionKey key) {
        Response answer = get(application, number);
        assertThat(answer.statusCode())
                .as("decision %d of %s: %s", number, application, answer.asString())
                .isEqualTo(200);
        String file = new String(answer.asByteArray(), StandardCharsets.UTF_8);
        JsonNode json = Api.parse(file);
        assertThat(new String(CanonicalJson.tree(json), StandardCharsets.UTF_8)).isEqualTo(file);
        JsonNode signature = json.path("signature");
        assertThat(signature.path("keyId").asText()).isEqualTo(key.id());
        assertThat(key.verifies(
                        CanonicalJson.tree(json.path("certificate")),
                        Base64.getUrlDecoder().decode(signature.path("value").asText())))
                .isTrue();
        assertThat(json.path("certificate").path("number").asText()).isEqualTo(String.valueOf(number));
        return new Certified(file, json.path("certificate"));
    }

    /** Certificates of the current decision and of all before it. */
    static Certified ofAll(UUID application) {
        int last = Api.decision(application).path("number").asInt();
        DecisionKey key = keys().getFirst();
        for (int number = 1; number < last; number++) {
            of(application, number, key);
        }
        return of(application, last, key);
    }

    /** The keys that the service publishes. */
    static List<DecisionKey> keys() {
        List<DecisionKey> keys = new ArrayList<>();
        Api.json(io.restassured.RestAssured.get("/.well-known/decision-keys"))
                .path("keys")
                .forEach(jwk -> keys.add(DecisionKey.of(jwk.path("x").asText())));
        return keys;
    }

    JsonNode decision(int number) {
        return certificate.path("decisions").path(number - 1);
    }

    /** The facts of one kind that came in with a decision. */
    List<JsonNode> facts(int number, String kind) {
        List<JsonNode> facts = new ArrayList<>();
        decision(number).path("facts").forEach(fact -> {
            if (fact.path("kind").asText().equals(kind)) {
                facts.add(fact);
            }
        });
        return facts;
    }
}
