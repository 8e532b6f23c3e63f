package dev.plumbline.local.sample;

import static dev.plumbline.local.platform.Service.ASSESSMENT;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.local.LocalFailure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The test: candidates who take it, assessors who rate blindly, and another system that delivers results. */
final class AssessmentDesk {
    private static final int POINTS_OF_A_QUESTION = 5;
    private static final int QUESTIONS_OF_A_SECTION = 5;

    private final Api api;
    private final Person recruiter;
    private final Person integration;
    private final Map<String, Map<String, JsonNode>> items = new HashMap<>();

    AssessmentDesk(Api api) {
        this.api = api;
        this.recruiter = api.as("recruiter");
        this.integration = api.as("integration");
    }

    void deliver(String application, Step.SectionDelivered result) {
        put(
                application,
                result.section(),
                result.right() * POINTS_OF_A_QUESTION,
                QUESTIONS_OF_A_SECTION * POINTS_OF_A_QUESTION,
                Map.of("right", result.right(), "total", QUESTIONS_OF_A_SECTION));
    }

    void deliver(String application, Step.CommunicationDelivered result) {
        put(application, "communication", result.earned(), 35, Map.of("right", result.right(), "total", 3));
    }

    private void put(String application, String section, int earned, int possible, Map<String, Integer> questions) {
        integration.put(
                ASSESSMENT,
                "/v1/applications/" + application + "/sections/" + section,
                Map.of("earned", earned, "possible", possible, "questions", questions));
    }

    void take(String application, Step.TakesTest step) {
        String path = "/v1/applications/" + application + "/sessions";
        boolean taken = recruiter.list(ASSESSMENT, path).stream().anyMatch(session -> session.hasNonNull("endedAt"));
        if (!taken) {
            JsonNode session = recruiter.create(ASSESSMENT, path, Map.of(), "sample-session-" + application);
            sit(session, step);
        }
        step.marks().forEach((rater, mark) -> rate(api.as(rater), step.letters(), mark));
    }

    private void sit(JsonNode session, Step.TakesTest step) {
        Map<String, JsonNode> key = key(session.get("test"));
        Person candidate = api.withSecret(session.get("secret").asText());
        String path = "/v1/sessions/" + session.get("id").asText();
        List<String> letters = new ArrayList<>(step.letters());
        for (JsonNode section : candidate.get(ASSESSMENT, path).path("sections")) {
            for (JsonNode item : section.path("items")) {
                String id = item.get("id").asText();
                JsonNode known = key.getOrDefault(id, item);
                candidate.put(
                        ASSESSMENT,
                        path + "/answers/" + Api.encode(id),
                        answer(known, step.wrong().contains(id), letters));
            }
        }
        candidate.act(ASSESSMENT, path + "/submit");
    }

    private static Map<String, Object> answer(JsonNode item, boolean wrong, List<String> letters) {
        String type = item.get("type").asText();
        return switch (type) {
            case "WRITTEN" -> Map.of("text", letters.removeFirst());
            case "NUMERIC" -> {
                BigDecimal right = item.get("key").get("value").decimalValue();
                yield Map.of("value", wrong ? right.add(BigDecimal.valueOf(1000)) : right);
            }
            case "SINGLE_CHOICE", "MULTIPLE_CHOICE" -> Map.of("selected", wrong ? List.of(other(item)) : right(item));
            default -> throw new LocalFailure("The test has an item of a kind that nobody answers: " + type);
        };
    }

    private static List<String> right(JsonNode item) {
        List<String> right = new ArrayList<>();
        item.get("key").forEach(option -> right.add(option.asText()));
        return right;
    }

    private static String other(JsonNode item) {
        List<String> right = right(item);
        for (JsonNode option : item.get("options")) {
            if (!right.contains(option.get("id").asText())) {
                return option.get("id").asText();
            }
        }
        throw new LocalFailure("Every option of " + item.get("id").asText() + " is right.");
    }

    /** What a candidate who knows it all would answer, by item. */
    private Map<String, JsonNode> key(JsonNode test) {
        String path = "/v1/tests/" + test.get("id").asText() + "/versions/"
                + test.get("version").asInt();
        return items.computeIfAbsent(path, unread -> {
            Map<String, JsonNode> key = new HashMap<>();
            for (JsonNode section : recruiter.get(ASSESSMENT, unread).path("sections")) {
                section.path("items").forEach(item -> key.put(item.get("id").asText(), item));
            }
            return key;
        });
    }

    /** Raters do not see whose an answer is; by the text alone they give this story's marks. */
    private static void rate(Person rater, List<String> letters, int mark) {
        for (JsonNode waiting : rater.list(ASSESSMENT, "/v1/written-answers?status=waiting")) {
            if (letters.contains(waiting.path("text").asText())) {
                Map<String, Integer> ratings = new HashMap<>();
                waiting.path("criteria")
                        .forEach(criterion -> ratings.put(criterion.get("id").asText(), mark));
                rater.put(
                        ASSESSMENT,
                        "/v1/written-answers/" + waiting.get("id").asText() + "/ratings/mine",
                        Map.of("ratings", ratings));
            }
        }
    }
}
