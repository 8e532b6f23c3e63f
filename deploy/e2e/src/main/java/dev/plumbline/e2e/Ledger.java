package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.domain.Decide;
import dev.plumbline.decision.json.DecisionJson;
import dev.plumbline.decision.json.Evaluation;
import dev.plumbline.decision.json.EvaluationReader;
import dev.plumbline.decision.json.ExactJson;
import dev.plumbline.decision.json.Reading;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the services have accepted, written down by the client from the answers it got and from nothing else: the truth
 * that the decisions are held against.
 */
public final class Ledger {
    private final JsonNode rubric;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    Ledger(JsonNode rubric) {
        this.rubric = rubric;
    }

    /** What was accepted about one application. */
    static final class Page {
        private final Map<String, ObjectNode> rows = new TreeMap<>();

        private synchronized void put(String list, String identity, ObjectNode row) {
            rows.put(list + "\n" + identity, row);
        }

        private synchronized ArrayNode list(String list) {
            ArrayNode array = Http.JSON.createArrayNode();
            rows.forEach((key, row) -> {
                if (key.startsWith(list + "\n")) {
                    array.add(row);
                }
            });
            return array;
        }
    }

    private Page page(String application) {
        return pages.computeIfAbsent(application, id -> new Page());
    }

    public void submitted(String application) {
        page(application);
    }

    public void section(String application, String section, JsonNode result) {
        page(application).put("sections", section, ((ObjectNode) result.deepCopy()).put("section", section));
    }

    public void panel(String application, String question, List<String> raters) {
        ObjectNode row = Http.JSON.createObjectNode().put("question", question);
        raters.stream().sorted().forEach(row.putArray("raters")::add);
        page(application).put("panel", question, row);
    }

    public void rating(String application, String question, String rater, @Nullable Integer rating) {
        ObjectNode row = Http.JSON.createObjectNode().put("question", question).put("rater", rater);
        row.put("rating", rating);
        page(application).put("ratings", question + "\n" + rater, row);
    }

    public void redFlag(String application, String id, String category, String state) {
        ObjectNode row = Http.JSON
                .createObjectNode()
                .put("id", id)
                .put("category", category)
                .put("state", state);
        page(application).put("redFlags", id, row);
    }

    public void attestation(String application, String gate, String rater, boolean met) {
        ObjectNode row = Http.JSON
                .createObjectNode()
                .put("gate", gate)
                .put("rater", rater)
                .put("met", met);
        page(application).put("attestations", gate + "\n" + rater, row);
    }

    public void screening(String application, String criterion, @Nullable Boolean met) {
        page(application)
                .put(
                        "screening",
                        criterion,
                        Http.JSON.createObjectNode().put("criterion", criterion).put("met", met));
    }

    /** The applications as they are at any moment. */
    public Set<String> known() {
        return Collections.unmodifiableSet(pages.keySet());
    }

    /** The applications, in the order of their ids. */
    public List<String> applications() {
        return pages.keySet().stream().sorted().toList();
    }

    /** The decision on what was accepted: the public JSON of section 7. */
    public JsonNode expected(String application) {
        Page page = page(application);
        ObjectNode body = Http.JSON.createObjectNode();
        body.set("rubric", rubric);
        ObjectNode evidence = body.putObject("evidence");
        for (String list : List.of("sections", "panel", "ratings", "redFlags", "attestations", "screening")) {
            evidence.set(list, page.list(list));
        }
        try {
            Reading<Evaluation> reading = EvaluationReader.read(ExactJson.parse(body.toString()));
            assertThat(reading).isInstanceOf(Reading.Valid.class);
            Evaluation evaluation = ((Reading.Valid<Evaluation>) reading).value();
            return DecisionJson.toJson(Decide.decide(evaluation.rubric(), evaluation.evidence()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
