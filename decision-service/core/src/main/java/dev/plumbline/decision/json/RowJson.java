package dev.plumbline.decision.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.FactContent;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.QuestionCount;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.RedFlag;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.ScreeningAnswers;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.domain.Waiver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of evidence as JSON for reading, with numbers as numbers; what {@link Rows} reads. */
final class RowJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RowJson() {}

    static JsonNode number(Figure figure) {
        return figure.isWhole()
                ? JSON.numberNode(figure.toBigDecimal().longValueExact())
                : JSON.numberNode(figure.toBigDecimal());
    }

    static ObjectNode of(FactContent content) {
        ObjectNode row = JSON.objectNode();
        switch (content) {
            case SectionResult section -> section(row, section);
            case Panel panel -> {
                row.put("question", panel.question());
                row.set("raters", texts(panel.raters()));
            }
            case Rating rating -> {
                row.put("question", rating.question()).put("rater", rating.rater());
                row.set("rating", numberOrNull(rating.rating()));
            }
            case RedFlag flag ->
                row.put("id", flag.id())
                        .put("category", flag.category().name())
                        .put("state", flag.state().name());
            case Attestation attestation ->
                row.put("gate", attestation.gate())
                        .put("rater", attestation.rater())
                        .put("met", attestation.met());
            case ScreeningAnswers answers -> row.set("screening", screening(answers.answers()));
            case Waiver waiver ->
                row.put("node", waiver.node()).put("reason", waiver.reason().name());
            case Lifecycle lifecycle ->
                row.put("status", lifecycle.status().name())
                        .put("jobId", lifecycle.jobId())
                        .put("rubricVersion", lifecycle.rubricVersion())
                        .put("externalId", lifecycle.externalId());
        }
        return row;
    }

    private static void section(ObjectNode row, SectionResult section) {
        row.put("section", section.section());
        row.set("earned", number(section.earned()));
        row.set("possible", number(section.possible()));
        row.set("pending", number(section.pending()));
        QuestionCount questions = section.questions();
        if (questions != null) {
            row.putObject("questions")
                    .put("right", questions.right())
                    .put("total", questions.total())
                    .put("pending", questions.pending());
        }
    }

    private static JsonNode numberOrNull(@Nullable Figure figure) {
        return figure == null ? JSON.nullNode() : number(figure);
    }

    static ArrayNode screening(List<ScreeningAnswer> answers) {
        ArrayNode rows = JSON.arrayNode(answers.size());
        for (ScreeningAnswer answer : answers) {
            rows.addObject().put("criterion", answer.criterion()).put("met", answer.met());
        }
        return rows;
    }

    static ArrayNode rows(List<? extends FactContent> contents) {
        ArrayNode rows = JSON.arrayNode(contents.size());
        contents.forEach(content -> rows.add(of(content)));
        return rows;
    }

    static ArrayNode texts(List<String> texts) {
        ArrayNode array = JSON.arrayNode(texts.size());
        texts.forEach(array::add);
        return array;
    }
}
