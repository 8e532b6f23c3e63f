package dev.plumbline.local.sample;

import static dev.plumbline.local.platform.Service.DECISION;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.local.LocalFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The hiring manager's side: decisions as they come, and verdicts beside them. */
final class DecisionDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;

    private final Person hiringManager;

    DecisionDesk(Api api) {
        this.hiringManager = api.as("hiring-manager");
    }

    /** Waits until the decision is this one, or until the history shows that it was. */
    void awaitAtSomeTime(String application, String recommendation) {
        await(
                application,
                recommendation,
                decision -> is(decision, recommendation)
                        || hiringManager.list(DECISION, "/v1/applications/" + application + "/decisions").stream()
                                .anyMatch(past -> is(past, recommendation)));
    }

    /** Waits until the decision is this one. */
    JsonNode awaitNow(String application, String recommendation) {
        return await(application, recommendation, decision -> is(decision, recommendation));
    }

    /** Waits until the decision is marked as that of a withdrawn application. */
    void awaitWithdrawn(String application) {
        await(application, "withdrawn", decision -> decision.path("withdrawn").asBoolean());
    }

    /** The decision now, once there is one. */
    JsonNode now(String application) {
        return await(application, "known", decision -> true);
    }

    /** Gives a verdict once all the evidence is in, unless one was given before. */
    void decide(String application, Step.VerdictGiven step) {
        JsonNode decision = await(application, "complete", DecisionDesk::isSettled);
        if (decision.hasNonNull("verdict")) {
            return;
        }
        hiringManager.put(
                DECISION,
                "/v1/applications/" + application + "/verdict",
                Map.of(
                        "verdict", step.verdict(),
                        "reason", step.reason(),
                        "decisionNumber", decision.get("number").asInt()));
    }

    private static boolean is(JsonNode decision, String recommendation) {
        return decision.path("recommendation").asText().equals(recommendation);
    }

    private static boolean isSettled(JsonNode decision) {
        boolean settled = decision.path("complete").asBoolean();
        for (JsonNode gate : decision.path("gates")) {
            settled &= !gate.path("state").asText().equals("PENDING");
        }
        return settled;
    }

    private JsonNode await(String application, String what, Predicate<JsonNode> condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        String last = "none";
        try {
            while (Instant.now().isBefore(deadline)) {
                Optional<JsonNode> decision =
                        hiringManager.find(DECISION, "/v1/applications/" + application + "/decision");
                if (decision.filter(condition).isPresent()) {
                    return decision.get();
                }
                last = decision.map(found -> found.path("recommendation").asText())
                        .orElse(last);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("The sample was interrupted.", e);
        }
        throw new Deviation("The decision on application %s should become %s within %d s, but is %s."
                .formatted(application, what, PATIENCE.toSeconds(), last));
    }
}
