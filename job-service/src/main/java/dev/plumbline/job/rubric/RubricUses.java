package dev.plumbline.job.rubric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.domain.RubricOutline.Use;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rubric names outside itself, and where. Found in the JSON rather than in the core's model, because that knows no
 * pointers, and because a rubric with faults elsewhere has uses too.
 */
record RubricUses(List<Use> sections, List<Use> questions, List<Use> countedSections, List<Use> screened) {

    static RubricUses in(JsonNode rubric) {
        RubricUses uses = new RubricUses(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        uses.addLeaves(rubric.path("criteria"), "/criteria");
        uses.addGates(rubric.path("gates"));
        return uses;
    }

    /** Every node of the tree but its root, which has no weight. */
    static List<ObjectNode> weightedNodes(JsonNode rubric) {
        List<ObjectNode> nodes = new ArrayList<>();
        addBelow(rubric.path("criteria"), nodes);
        return nodes;
    }

    private static void addBelow(JsonNode node, List<ObjectNode> nodes) {
        for (JsonNode child : node.path("children")) {
            if (child instanceof ObjectNode object) {
                nodes.add(object);
                addBelow(object, nodes);
            }
        }
    }

    private void addLeaves(JsonNode node, String pointer) {
        JsonNode evidence = node.path("evidence");
        addIfNamed(sections, evidence, "ASSESSMENT_SECTION", "section", pointer);
        addIfNamed(questions, evidence, "INTERVIEW_QUESTION", "question", pointer);
        JsonNode children = node.path("children");
        for (int i = 0; i < children.size(); i++) {
            addLeaves(children.path(i), pointer + "/children/" + i);
        }
    }

    private static void addIfNamed(List<Use> uses, JsonNode evidence, String type, String field, String pointer) {
        if (evidence.path("type").asText().equals(type) && evidence.path(field).isTextual()) {
            uses.add(new Use(evidence.path(field).textValue(), pointer + "/evidence/" + field));
        }
    }

    private void addGates(JsonNode gates) {
        for (int i = 0; i < gates.size(); i++) {
            switch (gates.path(i).path("type").asText()) {
                case "MIN_RIGHT" -> addNames(countedSections, gates, i, "sections");
                case "SCREENING" -> addNames(screened, gates, i, "criteria");
                default -> {
                    // The other gates name nothing outside the rubric.
                }
            }
        }
    }

    private static void addNames(List<Use> uses, JsonNode gates, int gate, String field) {
        JsonNode names = gates.path(gate).path(field);
        for (int i = 0; i < names.size(); i++) {
            uses.add(new Use(names.path(i).asText(), "/gates/" + gate + "/" + field + "/" + i));
        }
    }
}
