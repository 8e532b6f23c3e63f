package dev.plumbline.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.domain.Decide;
import dev.plumbline.decision.json.DecisionJson;
import dev.plumbline.decision.json.Evaluation;
import dev.plumbline.decision.json.EvaluationReader;
import dev.plumbline.decision.json.ExactJson;
import dev.plumbline.decision.json.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a story's steps come to as evidence, in the JSON of the public evaluation call. */
final class StoryEvidence {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of(System.getProperty("plumbline.root"));

    private final JsonNode template = read("job-service/src/main/resources/templates/medical-office-manager.json");
    private final JsonNode test = read("assessment-service/src/main/resources/tests/medical-office-manager.json");
    private final Map<String, ObjectNode> sections = new LinkedHashMap<>();
    private final Map<String, ObjectNode> ratings = new LinkedHashMap<>();
    private final Map<String, ObjectNode> attestations = new LinkedHashMap<>();
    private final ArrayNode panel = JSON.createArrayNode();
    private final ArrayNode flags = JSON.createArrayNode();
    private final ArrayNode screening = JSON.createArrayNode();

    StoryEvidence(Story story) {
        for (String criterion : List.of("work-authorization", "federal-program-eligibility")) {
            screening.addObject().put("criterion", criterion).put("met", true);
        }
        screening.addObject().put("criterion", "on-site-availability").put("met", story.onSite());
    }

    /** The gates that the template has. */
    List<String> gates() {
        return template.at("/rubric/gates").findValuesAsText("id");
    }

    void add(Step step) {
        switch (step) {
            case Step.TakesTest it -> test.get("sections").forEach(section -> score(section, it));
            case Step.SectionDelivered it -> section(it.section(), it.right() * 5, 25, it.right(), 5);
            case Step.CommunicationDelivered it -> section("communication", it.earned(), 35, it.right(), 3);
            case Step.InterviewPlanned it ->
                questions().forEach(question -> {
                    ObjectNode row = panel.addObject().put("question", question);
                    it.panel().forEach(row.putArray("raters")::add);
                });
            case Step.FormHandedIn it -> {
                for (int i = 0; i < it.ratings().size(); i++) {
                    rate(questions().get(i), it.rater(), it.ratings().get(i));
                }
            }
            case Step.RatingCorrected it -> rate(it.question(), it.rater(), it.rating());
            case Step.Attested it ->
                attestations.put(
                        it.rater(),
                        JSON.createObjectNode()
                                .put("gate", "communication-baseline")
                                .put("rater", it.rater())
                                .put("met", it.met()));
            case Step.FlagRaised it ->
                flags.addObject()
                        .put("id", "flag")
                        .put("category", it.category())
                        .put("state", "RAISED");
            case Step.FlagRuled it ->
                ((ObjectNode) flags.get(0)).put("state", it.confirmed() ? "CONFIRMED" : "DISMISSED");
            case Step.Withdraws ignored -> {}
            case Step.Decided ignored -> {}
            case Step.VerdictGiven ignored -> {}
        }
    }

    JsonNode decide() {
        ObjectNode body = JSON.createObjectNode();
        body.set("rubric", template.get("rubric"));
        ObjectNode evidence = body.putObject("evidence");
        evidence.putArray("sections").addAll(sections.values());
        evidence.putArray("ratings").addAll(ratings.values());
        evidence.putArray("attestations").addAll(attestations.values());
        evidence.set("panel", panel);
        evidence.set("redFlags", flags);
        evidence.set("screening", screening);
        try {
            return switch (EvaluationReader.read(ExactJson.parse(JSON.writeValueAsBytes(body)))) {
                case Reading.Valid<Evaluation>(Evaluation it) ->
                    DecisionJson.toJson(Decide.decide(it.rubric(), it.evidence()));
                case Reading.Invalid<Evaluation> it ->
                    throw new AssertionError(it.faults().toString());
            };
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<String> questions() {
        return template.get("interviewQuestions").findValuesAsText("id");
    }

    List<String> items() {
        return test.findValuesAsText("id");
    }

    private void score(JsonNode section, Step.TakesTest step) {
        int earned = 0;
        int possible = 0;
        int right = 0;
        int total = 0;
        for (JsonNode item : section.get("items")) {
            int points = item.get("points").asInt();
            possible += points;
            if (item.get("type").asText().equals("WRITTEN")) {
                int sum = step.marks().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                earned += points * sum / (5 * step.marks().size());
            } else {
                total++;
                boolean isRight = !step.wrong().contains(item.get("id").asText());
                right += isRight ? 1 : 0;
                earned += isRight ? points : 0;
            }
        }
        section(section.get("id").asText(), earned, possible, right, total);
    }

    private void section(String name, int earned, int possible, int right, int total) {
        ObjectNode row = JSON.createObjectNode()
                .put("section", name)
                .put("earned", earned)
                .put("possible", possible)
                .put("pending", 0);
        row.putObject("questions").put("right", right).put("total", total).put("pending", 0);
        sections.put(name, row);
    }

    private void rate(String question, String rater, int rating) {
        ObjectNode row = JSON.createObjectNode().put("question", question).put("rater", rater);
        if (rating == 0) {
            row.putNull("rating");
        } else {
            row.put("rating", rating);
        }
        ratings.put(question + " " + rater, row);
    }

    private static JsonNode read(String path) {
        try {
            return JSON.readTree(Files.readAllBytes(ROOT.resolve(path)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
