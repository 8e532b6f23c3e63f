package dev.plumbline.benchmarks.micro;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A made-up rubric with a given number of criteria that are scored, half of them sections of a test, half of them
 * questions of an interview, in groups of equal weight, with a gate of each kind; and evidence that is complete, with
 * two ratings for each question.
 */
final class WideRubric {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_GROUP = 10;
    private static final int SMALLEST_GROUP = 5;
    private static final int HUNDRED = 100;

    private final int criteria;

    /** @param criteria scored ones, a multiple of 5 */
    WideRubric(int criteria) {
        this.criteria = criteria;
    }

    /** The body of {@code POST /v1/evaluations}. */
    ObjectNode evaluation() {
        ObjectNode body = JSON.createObjectNode();
        body.set("rubric", rubric());
        body.set("evidence", evidence());
        return body;
    }

    private boolean isSection(int leaf) {
        return leaf % 2 == 0;
    }

    private ObjectNode rubric() {
        ObjectNode rubric = JSON.createObjectNode();
        rubric.putObject("ratingScale").put("min", 1).put("max", 5).put("mapping", "PROPORTIONAL");
        ObjectNode root = rubric.putObject("criteria").put("id", "overall").put("name", "Overall");
        groups(root.putArray("children"));
        gates(rubric.putArray("gates"));
        rubric.putObject("bands").put("strongAt", 80).put("failBelow", 60);
        return rubric;
    }

    private void groups(ArrayNode groups) {
        int size = criteria % LARGEST_GROUP == 0 && criteria >= LARGEST_GROUP * LARGEST_GROUP
                ? LARGEST_GROUP
                : SMALLEST_GROUP;
        int count = criteria / size;
        for (int group = 0; group < count; group++) {
            ObjectNode node = groups.addObject();
            node.put("id", "group-" + group).put("name", "Group " + group).put("weight", HUNDRED / count);
            ArrayNode leaves = node.putArray("children");
            for (int leaf = group * size; leaf < (group + 1) * size; leaf++) {
                leaf(leaves.addObject().put("weight", HUNDRED / size), leaf);
            }
        }
    }

    private void leaf(ObjectNode node, int leaf) {
        node.put("id", "leaf-" + leaf).put("name", "Leaf " + leaf);
        if (isSection(leaf)) {
            node.putObject("evidence").put("type", "ASSESSMENT_SECTION").put("section", "section-" + leaf);
        } else {
            node.putObject("evidence")
                    .put("type", "INTERVIEW_QUESTION")
                    .put("question", "question-" + leaf)
                    .put("minRaters", 2);
        }
    }

    private void gates(ArrayNode gates) {
        gates.addObject()
                .put("id", "score")
                .put("type", "MIN_SCORE")
                .put("atLeast", 40)
                .putArray("nodes")
                .add("leaf-0");
        ArrayNode sections = gates.addObject()
                .put("id", "right")
                .put("type", "MIN_RIGHT")
                .put("atLeast", 70)
                .putArray("sections");
        sections.add("section-0").add("section-2");
        gates.addObject().put("id", "flags").put("type", "NO_RED_FLAGS");
        gates.addObject().put("id", "attested").put("type", "ATTESTATION").put("minAttestations", 2);
        gates.addObject()
                .put("id", "basics")
                .put("type", "SCREENING")
                .putArray("criteria")
                .add("basics");
    }

    private ObjectNode evidence() {
        ObjectNode evidence = JSON.createObjectNode();
        ArrayNode sections = evidence.putArray("sections");
        ArrayNode ratings = evidence.putArray("ratings");
        for (int leaf = 0; leaf < criteria; leaf++) {
            if (isSection(leaf)) {
                ObjectNode section = sections.addObject().put("section", "section-" + leaf);
                section.put("earned", 15 + leaf % 7).put("possible", 25).put("pending", 0);
                section.putObject("questions").put("right", 4).put("total", 5);
            } else {
                rating(ratings, leaf, "ana", 2 + leaf % 3);
                rating(ratings, leaf, "ben", 3 + leaf % 3);
            }
        }
        ArrayNode attestations = evidence.putArray("attestations");
        attestations.addObject().put("gate", "attested").put("rater", "ana").put("met", true);
        attestations.addObject().put("gate", "attested").put("rater", "ben").put("met", true);
        evidence.putArray("screening").addObject().put("criterion", "basics").put("met", true);
        return evidence;
    }

    private static void rating(ArrayNode ratings, int leaf, String rater, int rating) {
        ratings.addObject()
                .put("question", "question-" + leaf)
                .put("rater", rater)
                .put("rating", rating);
    }
}
