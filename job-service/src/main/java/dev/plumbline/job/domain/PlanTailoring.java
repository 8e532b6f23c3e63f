package dev.plumbline.job.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a job measures differently from its template. A part that is null stays as the template has it.
 *
 * @param rubric JSON text, in place of the template's rubric
 * @param rubricVariant the id of one of the template's variants, in place of its rubric
 * @param weights new weights of nodes of the rubric, by node id
 */
public record PlanTailoring(
        @Nullable List<InterviewQuestion> interviewQuestions,
        @Nullable List<ScreeningCriterion> screeningCriteria,
        @Nullable TestReference test,
        @Nullable String rubric,
        @Nullable String rubricVariant,
        Map<String, BigDecimal> weights) {
    public PlanTailoring {
        weights = Map.copyOf(weights);
    }

    /** What of this contradicts itself, whatever the template, by JSON pointer from the tailoring's root. */
    public List<Finding> contradictions() {
        return rubricVariant != null && rubric != null
                ? List.of(new Finding("/rubricVariant", "cannot be chosen where rubric is written out"))
                : List.of();
    }

    /** What of this cannot be done to the template, by JSON pointer from the tailoring's root; empty where all can. */
    public List<Finding> findings(Template template) {
        List<Finding> findings = new ArrayList<>(contradictions());
        if (findings.isEmpty()
                && rubricVariant != null
                && template.variant(rubricVariant).isEmpty()) {
            findings.add(new Finding("/rubricVariant", "is no variant of the template"));
        }
        return findings;
    }

    /** The tailored plan, its weights still as they were, where there are no findings. */
    public SelectionPlan applyTo(Template template) {
        SelectionPlan plan = template.plan();
        String chosen = rubricVariant == null
                ? Objects.requireNonNullElse(rubric, plan.rubric())
                : template.variant(rubricVariant).orElseThrow();
        return new SelectionPlan(
                chosen,
                Objects.requireNonNullElse(interviewQuestions, plan.interviewQuestions()),
                Objects.requireNonNullElse(screeningCriteria, plan.screeningCriteria()),
                test == null ? plan.test() : test);
    }
}
