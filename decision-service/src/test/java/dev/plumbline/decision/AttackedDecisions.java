package dev.plumbline.decision;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.attack.Place;
import dev.plumbline.kit.testing.attack.Scenery;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An application with a decision and a waiver, and a webhook that a message was delivered to. */
final class AttackedDecisions implements Scenery, AutoCloseable {
    private static final String NOBODY_LISTENS = "http://localhost:1/nobody-listens";
    private static final String OWNER = "integration";
    private static final String OTHER_OWNER = "another-system";

    private final Receiver receiver = Receiver.answering(200);
    private final Map<String, Place> read = new HashMap<>();
    private final Map<String, Place> delivered = new HashMap<>();
    private final Set<String> kept = new HashSet<>();

    @Override
    public Place own(String operation, String caller) {
        return place(operation, OWNER);
    }

    @Override
    public Place foreign(String operation, String caller) {
        return place(operation, OTHER_OWNER);
    }

    private Place place(String operation, String owner) {
        if (operation.contains("/webhooks")) {
            return operation.startsWith("GET ") ? delivered(owner) : hook(operation, owner);
        }
        return operation.startsWith("GET ") || operation.endsWith("/simulations") || operation.endsWith("/evaluations")
                ? read.computeIfAbsent("", it -> decided(true))
                : decided(!operation.startsWith("POST "));
    }

    private static Place decided(boolean isWaived) {
        Verdicts verdicts = new Verdicts();
        Published.publishJob(verdicts.job, Rubrics.CLINIC);
        verdicts.strong();
        if (isWaived) {
            Api.as("hiring-manager")
                    .body("{\"node\": \"soft\", \"reason\": \"ACCOMMODATION\"}")
                    .post("/v1/applications/{id}/waivers", verdicts.application)
                    .then()
                    .statusCode(201);
        }
        int number = Api.decision(verdicts.application).path("number").asInt();
        return Place.of(Map.of(
                "applications", verdicts.application.toString(),
                "jobs", verdicts.job.toString(),
                "node", "soft",
                "number", Integer.toString(number)));
    }

    private Place delivered(String owner) {
        return delivered.computeIfAbsent(owner, it -> {
            Hooks hooks = new Hooks(it);
            Hooks.Hook hook = hooks.make(receiver.url());
            kept.add(hook.id());
            return withDelivery(hooks, hook);
        });
    }

    private static Place withDelivery(Hooks hooks, Hooks.Hook hook) {
        String event = Hooks.decided(Ids.next(), 1);
        String delivery = hooks.awaitStatus(hook, event, "DELIVERED").path("id").asText();
        String redelivery = Api.json(hooks.me()
                        .body("{\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2026-01-02T00:00:00Z\"}")
                        .post(Hooks.ONE + "/redeliver", hook.id()))
                .path("id")
                .asText();
        return Place.of(Map.of("webhooks", hook.id(), "delivery", delivery, "redelivery", redelivery));
    }

    /** For a change: a webhook of its own, but where a message has to have been delivered. */
    private Place hook(String operation, String owner) {
        Hooks hooks = new Hooks(owner);
        if (operation.contains("/redeliver")) {
            return withDelivery(hooks, new Hooks.Hook(delivered(owner).value("webhooks"), ""));
        }
        removeOthersThanKept(hooks);
        return Place.of(Map.of(
                "webhooks",
                hooks.make(NOBODY_LISTENS).id(),
                "delivery",
                UUID.randomUUID().toString()));
    }

    /** An owner has only so many. */
    private void removeOthersThanKept(Hooks hooks) {
        Api.json(hooks.me().get(Hooks.ALL + "?limit=500")).path("items").forEach(hook -> {
            String id = hook.path("id").asText();
            if (!kept.contains(id)) {
                hooks.delete(new Hooks.Hook(id, ""));
            }
        });
    }

    @Override
    public void close() {
        kept.clear();
        removeOthersThanKept(new Hooks(OWNER));
        removeOthersThanKept(new Hooks(OTHER_OWNER));
        receiver.close();
    }

    @Override
    public Map<String, String> bodies() {
        String evaluation = "{\"rubric\": " + Rubrics.CLINIC + ", \"evidence\": {\"sections\": [{\"section\": \"hard\","
                + " \"earned\": 9, \"possible\": 10, \"questions\": {\"right\": 9, \"total\": 10}}],"
                + " \"panel\": [{\"question\": \"billing\", \"raters\": [\"ana\", \"ben\"]}],"
                + " \"ratings\": [{\"question\": \"billing\", \"rater\": \"ana\", \"rating\": 4}],"
                + " \"screening\": [{\"criterion\": \"work-authorization\", \"met\": true}]}}";
        return Map.of(
                "PUT /v1/applications/{id}/verdict",
                "{\"verdict\": \"HIRE\", \"decisionNumber\": ${number}}",
                "POST /v1/applications/{id}/waivers",
                "{\"node\": \"soft\", \"reason\": \"ACCOMMODATION\"}",
                "POST /v1/evaluations",
                evaluation,
                "POST /v1/jobs/{id}/simulations",
                "{\"rubric\": " + Rubrics.clinic(85) + "}",
                "POST /v1/webhooks",
                "{\"url\": \"" + NOBODY_LISTENS + "\", \"eventTypes\": [\"dev.plumbline.decision.changed.v1\"]}",
                "PATCH /v1/webhooks/{id}",
                "{\"url\": \"" + NOBODY_LISTENS + "\"}",
                "POST /v1/webhooks/{id}/redeliver",
                "{\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2026-01-02T00:00:00Z\", \"status\": \"DELIVERED\"}");
    }
}
