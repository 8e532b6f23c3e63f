package dev.plumbline.job.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.domain.Description;
import dev.plumbline.job.domain.FrequentQuestion;
import dev.plumbline.job.domain.InterviewQuestion;
import dev.plumbline.job.domain.JobProfile;
import dev.plumbline.job.domain.Responsibility;
import dev.plumbline.job.domain.ScreeningCriterion;
import dev.plumbline.job.domain.SelectionPlan;
import dev.plumbline.job.domain.Statement;
import dev.plumbline.job.domain.Template;
import dev.plumbline.job.domain.Template.Provenance;
import dev.plumbline.job.domain.TestReference;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A template, whole. */
record TemplateResponse(
        String id,
        String title,
        Description description,
        List<Responsibility> responsibilities,
        List<Statement> skills,
        List<Statement> qualifications,
        List<FrequentQuestion> faq,
        List<ScreeningCriterion> screeningCriteria,
        List<InterviewQuestion> interviewQuestions,
        @Nullable TestReference test,

        @Schema(implementation = JsonNode.class, description = "see decision semantics, section 2") @JsonRawValue
        String rubric,

        List<Variant> rubricVariants,
        List<Provenance> provenance) {

    /** Another rubric for the same job, chosen by {@code rubricVariant} of a tailoring. */
    record Variant(
            String id,
            String name,

            @Schema(implementation = JsonNode.class, description = "see decision semantics, section 2") @JsonRawValue
            String rubric) {}

    static TemplateResponse of(Template template) {
        JobProfile profile = template.profile();
        SelectionPlan plan = template.plan();
        return new TemplateResponse(
                template.id(),
                profile.title(),
                profile.description(),
                profile.responsibilities(),
                profile.skills(),
                profile.qualifications(),
                profile.faq(),
                plan.screeningCriteria(),
                plan.interviewQuestions(),
                plan.test(),
                plan.rubric(),
                template.variants().stream()
                        .map(variant -> new Variant(variant.id(), variant.name(), variant.rubric()))
                        .toList(),
                template.provenance());
    }
}
