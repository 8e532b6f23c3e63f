package dev.plumbline.decision;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The service's REST API as people and systems call it. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final Map<Person, String> TOKENS = new ConcurrentHashMap<>();

    private Api() {}

    static RequestSpecification as(String role) {
        return asPerson(role, role);
    }

    static RequestSpecification asPerson(String sub, String role) {
        return given().auth().oauth2(token(sub, role)).contentType(ContentType.JSON);
    }

    /** One for each, kept for half of the hour that it lasts: to sign one takes a millisecond or more. */
    private static String token(String sub, String role) {
        long halfHour = Instant.now().getEpochSecond() / Duration.ofMinutes(30).toSeconds();
        return TOKENS.computeIfAbsent(new Person(sub, role, halfHour), person -> Tokens.of(sub, role));
    }

    private record Person(String sub, String role, long halfHour) {}

    /** The current decision, read by somebody of whom nothing is recorded. */
    static JsonNode decision(UUID application) {
        return json(as("auditor").get("/v1/applications/{id}/decision", application));
    }

    /** All decisions on the application, the first one first. */
    static List<JsonNode> history(UUID application) {
        List<JsonNode> decisions = new ArrayList<>();
        json(as("auditor").get("/v1/applications/{id}/decisions?limit=500", application))
                .path("items")
                .forEach(decisions::add);
        return decisions;
    }

    /** Waits until there is a decision on the application that meets a condition. */
    static JsonNode awaitDecision(UUID application, Predicate<JsonNode> condition) {
        return Awaitility.await("a decision on " + application)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(25))
                .until(
                        () -> {
                            Response answer = as("auditor").get("/v1/applications/{id}/decision", application);
                            return answer.statusCode() == OK ? json(answer) : JSON.missingNode();
                        },
                        decision -> !decision.isMissingNode() && condition.test(decision));
    }

    static JsonNode awaitRecommendation(UUID application, String recommendation) {
        return awaitDecision(
                application,
                decision -> decision.path("recommendation").asText().equals(recommendation));
    }

    static JsonNode awaitNumber(UUID application, int number) {
        return awaitDecision(application, decision -> decision.path("number").asInt() >= number);
    }

    static JsonNode json(Response answer) {
        return parse(answer.asString());
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
