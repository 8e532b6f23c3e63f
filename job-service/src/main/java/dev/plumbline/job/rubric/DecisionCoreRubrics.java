package dev.plumbline.job.rubric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.json.ExactJson;
import dev.plumbline.decision.json.RubricReader;
import dev.plumbline.job.app.Rubrics;
import dev.plumbline.job.domain.Finding;
import dev.plumbline.job.domain.RatingScale;
import dev.plumbline.job.domain.RubricOutline;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads rubrics with the decision core, so that nothing is published that cannot be decided by. */
@ApplicationScoped
class DecisionCoreRubrics implements Rubrics {
    private final ObjectMapper mapper;

    DecisionCoreRubrics(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Reading read(String rubric) {
        JsonNode tree = parse(rubric);
        RubricUses uses = RubricUses.in(tree);
        return switch (RubricReader.read(tree, "")) {
            case dev.plumbline.decision.json.Reading.Valid<Rubric> valid ->
                new Reading.Valid(new RubricOutline(
                        scale(valid.value().ratingScale()),
                        uses.sections(),
                        uses.questions(),
                        uses.countedSections(),
                        uses.screened()));
            case dev.plumbline.decision.json.Reading.Invalid<Rubric> invalid ->
                new Reading.Invalid(
                        invalid.faults().stream()
                                .map(fault -> new Finding(fault.pointer(), fault.message()))
                                .toList(),
                        uses.questions());
        };
    }

    @Override
    public Reweighting reweigh(String rubric, Map<String, BigDecimal> weightByNode) {
        JsonNode tree = parse(rubric);
        List<String> unknown = new ArrayList<>(weightByNode.keySet());
        for (ObjectNode node : RubricUses.weightedNodes(tree)) {
            String id = node.path("id").asText();
            BigDecimal weight = weightByNode.get(id);
            if (weight != null) {
                node.put("weight", weight);
                unknown.remove(id);
            }
        }
        return unknown.isEmpty() ? new Reweighting.Done(write(tree)) : new Reweighting.Unknown(unknown);
    }

    private static RatingScale scale(dev.plumbline.decision.domain.RatingScale scale) {
        return new RatingScale(
                scale.min().toBigDecimal(),
                scale.max().toBigDecimal(),
                scale.mapping().name());
    }

    private static JsonNode parse(String rubric) {
        try {
            return ExactJson.parse(rubric);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A rubric is kept as JSON, and this is none", e);
        }
    }

    private String write(JsonNode tree) {
        try {
            return mapper.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree that was read cannot be written", e);
        }
    }
}
