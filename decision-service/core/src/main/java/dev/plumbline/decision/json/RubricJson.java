package dev.plumbline.decision.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.FlagCategory;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.domain.Threshold;

/** Writes a rubric as the JSON that {@link RubricReader} reads, its defaults written out. */
public final class RubricJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RubricJson() {}

    /** The rubric, whole. */
    public static ObjectNode toJson(Rubric rubric) {
        ObjectNode json = JSON.objectNode();
        ObjectNode scale = json.putObject("ratingScale");
        scale.set("min", RowJson.number(rubric.ratingScale().min()));
        scale.set("max", RowJson.number(rubric.ratingScale().max()));
        scale.put("mapping", rubric.ratingScale().mapping().name());
        json.set("criteria", criterion(rubric.criteria()));
        ArrayNode gates = json.putArray("gates");
        rubric.gates().forEach(gate -> gates.add(gate(gate)));
        ObjectNode bands = json.putObject("bands");
        bands.set("strongAt", RowJson.number(rubric.bands().strongAt()));
        bands.set("failBelow", RowJson.number(rubric.bands().failBelow()));
        return json;
    }

    private static ObjectNode criterion(Criterion criterion) {
        ObjectNode json = JSON.objectNode();
        json.put("id", criterion.id()).put("name", criterion.name()).put("mustHave", criterion.mustHave());
        switch (criterion) {
            case Criterion.Leaf leaf -> json.set("evidence", source(leaf.source()));
            case Criterion.Inner inner -> {
                ArrayNode children = json.putArray("children");
                for (Criterion.Part part : inner.parts()) {
                    ObjectNode child = criterion(part.criterion());
                    child.set("weight", RowJson.number(part.weight()));
                    children.add(child);
                }
            }
        }
        return json;
    }

    private static ObjectNode source(EvidenceSource source) {
        return switch (source) {
            case EvidenceSource.AssessmentSection section ->
                JSON.objectNode().put("type", "ASSESSMENT_SECTION").put("section", section.section());
            case EvidenceSource.InterviewQuestion question ->
                JSON.objectNode()
                        .put("type", "INTERVIEW_QUESTION")
                        .put("question", question.question())
                        .put("minRaters", question.minRaters());
        };
    }

    private static ObjectNode gate(Gate gate) {
        ObjectNode json = JSON.objectNode().put("id", gate.id());
        switch (gate) {
            case Gate.MinScore score -> {
                json.put("type", "MIN_SCORE").set("nodes", RowJson.texts(score.nodes()));
                threshold(json, score.threshold());
            }
            case Gate.MinRight right -> {
                json.put("type", "MIN_RIGHT").set("sections", RowJson.texts(right.sections()));
                json.set("atLeast", RowJson.number(right.atLeast()));
            }
            case Gate.NoRedFlags flags -> {
                ArrayNode categories = json.put("type", "NO_RED_FLAGS").putArray("categories");
                flags.orderedCategories().stream().map(FlagCategory::name).forEach(categories::add);
            }
            case Gate.Attestation attestation ->
                json.put("type", "ATTESTATION").put("minAttestations", attestation.minAttestations());
            case Gate.Screening screening ->
                json.put("type", "SCREENING").set("criteria", RowJson.texts(screening.criteria()));
        }
        return json.put("onFail", gate.onFail().name());
    }

    private static void threshold(ObjectNode json, Threshold threshold) {
        switch (threshold) {
            case Threshold.AtLeast atLeast -> json.set("atLeast", RowJson.number(atLeast.percent()));
            case Threshold.MoreThan moreThan -> json.set("moreThan", RowJson.number(moreThan.percent()));
            case Threshold.AtLeastRating rated -> json.set("atLeastRating", RowJson.number(rated.rating()));
        }
    }
}
