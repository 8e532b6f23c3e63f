package dev.plumbline.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.TestKafka;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A job with two versions and applications in every state, played through the topics and the REST API. */
public final class Scene {
    public static final String JOBS = Published.JOBS;
    public static final String DECISIONS = Published.DECISIONS;
    public static final List<String> FACTS =
            List.of(Published.APPLICATIONS, Published.ASSESSMENTS, Published.INTERVIEWS);

    private final UUID job = Ids.next();
    private final Map<String, UUID> applications = new LinkedHashMap<>();

    private Scene() {}

    /** Plays the scene, and waits until nothing is on its way any more. */
    public static Scene play() {
        Scene scene = new Scene();
        scene.playAll();
        FACTS.forEach(topic -> TestKafka.awaitNoLag("decision-service-facts", topic));
        return scene;
    }

    private void playAll() {
        Published.publishJob(job, Rubrics.clinic(70));
        for (String name : List.of("hired", "stale", "waived", "lifted", "withdrawn", "corrected", "flagged")) {
            UUID application = Ids.next();
            applications.put(name, application);
            Published.send(Published.submitted(application, job, 1));
            Published.send(Published.strong(application));
            Api.awaitRecommendation(application, "ADVANCE");
        }
        Published.send(Published.job(job, 2, "ALL_OPEN_APPLICATIONS", Rubrics.clinic(75)));
        applications
                .values()
                .forEach(application -> Api.awaitDecision(
                        application, decision -> decision.path("rubricVersion").asInt() == 2));
        hire("hired");
        hire("stale");
        waive("waived", "soft");
        waive("lifted", "soft");
        Api.as("hiring-manager")
                .delete("/v1/applications/{id}/waivers/soft", one("lifted"))
                .then()
                .statusCode(204);
        Published.send(Published.lifecycle("withdrawn", one("withdrawn"), 2, "WITHDRAWN", job, 1));
        Published.send(Published.section(one("stale"), "hard", 2, 20));
        Published.send(Published.panel(one("corrected"), "billing", 2, "ana", "ben", "cyd"));
        Published.send(Published.rated(one("corrected"), "billing", "ana", 2, 3));
        Published.send(Published.sectionRetracted(one("corrected"), "soft", 2));
        Published.send(Published.flag(one("flagged"), "rf", 1, "RAISED"));
        Published.send(Published.flag(one("flagged"), "rf", 2, "CONFIRMED"));
        Api.awaitRecommendation(one("stale"), "REJECT");
        Api.awaitRecommendation(one("flagged"), "REJECT");
        Api.awaitDecision(
                one("withdrawn"), decision -> decision.path("withdrawn").asBoolean());
        Api.awaitRecommendation(one("corrected"), "PENDING");
    }

    /** The applications. */
    public Collection<UUID> ids() {
        return applications.values();
    }

    /** Whether a record with this key belongs to it. */
    public boolean isAbout(@Nullable String key) {
        return Stream.concat(Stream.of(job), applications.values().stream())
                .anyMatch(id -> id.toString().equals(key));
    }

    private UUID one(String name) {
        return Objects.requireNonNull(applications.get(name));
    }

    private void hire(String name) {
        int number = Api.decision(one(name)).path("number").asInt();
        Api.as("hiring-manager")
                .body("{\"verdict\": \"HIRE\", \"decisionNumber\": " + number + "}")
                .put("/v1/applications/{id}/verdict", one(name))
                .then()
                .statusCode(200);
    }

    private void waive(String name, String node) {
        Api.as("hiring-manager")
                .body("{\"node\": \"" + node + "\", \"reason\": \"ACCOMMODATION\"}")
                .post("/v1/applications/{id}/waivers", one(name))
                .then()
                .statusCode(201);
    }

    /** How many of the applications this person may not see yet, because they owe them a rating. */
    public int withheldFrom(String person) {
        return Api.json(Api.asPerson(person, "auditor").get("/v1/jobs/{id}/decisions", job))
                .path("withheld")
                .asInt();
    }

    /** What is to be the same after a rebuild: content and verdict, but not how many decisions led there. */
    public Map<String, JsonNode> decisions() {
        Map<String, JsonNode> decisions = new LinkedHashMap<>();
        applications.forEach((name, application) -> {
            JsonNode decision = Api.decision(application);
            ObjectNode kept = new ObjectMapper().createObjectNode();
            kept.set("contentDigest", decision.path("contentDigest"));
            kept.set("recommendation", decision.path("recommendation"));
            kept.set("verdict", decision.path("verdict").path("verdict"));
            kept.set("stale", decision.path("verdict").path("stale"));
            decisions.put(name, kept);
        });
        return decisions;
    }
}
