package dev.plumbline.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rubrics that tests publish. */
final class Rubrics {
    /** Two sections and a question, and a gate of every kind. */
    static final String CLINIC = clinic(70);

    private Rubrics() {}

    /** {@link #CLINIC} with another threshold of the gate on hard skills. */
    static String clinic(int hardAtLeast) {
        return """
                {"ratingScale": {"min": 1, "max": 5, "mapping": "PROPORTIONAL"},
                 "criteria": {"id": "overall", "name": "Overall", "children": [
                   {"id": "assessment", "name": "Assessment", "weight": 50, "children": [
                     {"id": "hard", "name": "Hard skills", "weight": 60, "mustHave": true,
                      "evidence": {"type": "ASSESSMENT_SECTION", "section": "hard"}},
                     {"id": "soft", "name": "Soft skills", "weight": 40,
                      "evidence": {"type": "ASSESSMENT_SECTION", "section": "soft"}}]},
                   {"id": "interview", "name": "Interview", "weight": 50, "children": [
                     {"id": "q-billing", "name": "Billing deep dive", "weight": 100, "mustHave": true,
                      "evidence": {"type": "INTERVIEW_QUESTION", "question": "billing", "minRaters": 2}}]}]},
                 "gates": [
                   {"id": "hard-skills", "type": "MIN_SCORE", "nodes": ["hard"], "atLeast": %d},
                   {"id": "billing", "type": "MIN_SCORE", "nodes": ["q-billing"], "atLeastRating": 3},
                   {"id": "hard-right", "type": "MIN_RIGHT", "sections": ["hard"], "atLeast": 70},
                   {"id": "flags", "type": "NO_RED_FLAGS"},
                   {"id": "talk", "type": "ATTESTATION", "onFail": "DISCUSS"},
                   {"id": "basics", "type": "SCREENING", "criteria": ["work-authorization"]}],
                 "bands": {"strongAt": 80, "failBelow": 60}}""".formatted(hardAtLeast);
    }

    /** The same rubric with its first gates, so many of them, behind the others. */
    static String withGatesTurned(String rubric, int by) {
        JsonNode json = Api.parse(rubric);
        ArrayNode gates = (ArrayNode) json.path("gates");
        List<JsonNode> turned = new ArrayList<>();
        gates.forEach(turned::add);
        Collections.rotate(turned, -by);
        gates.removeAll().addAll(turned);
        return json.toString();
    }

    /** The ids of the gates, in their order. */
    static List<String> gates(String rubric) {
        return Api.parse(rubric).path("gates").findValuesAsText("id");
    }
}
