package dev.plumbline.job.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.app.DraftCheck;
import dev.plumbline.job.app.Tailoring;
import dev.plumbline.job.domain.PlanTailoring;
import dev.plumbline.job.domain.ProfileTailoring;
import dev.plumbline.job.rest.JobParts.EmploymentRequest;
import dev.plumbline.job.rest.JobParts.FrequentQuestionRequest;
import dev.plumbline.job.rest.JobParts.InterviewQuestionRequest;
import dev.plumbline.job.rest.JobParts.LocationRequest;
import dev.plumbline.job.rest.JobParts.OrganizationRequest;
import dev.plumbline.job.rest.JobParts.ResponsibilityRequest;
import dev.plumbline.job.rest.JobParts.ScreeningCriterionRequest;
import dev.plumbline.job.rest.JobParts.StatementRequest;
import dev.plumbline.job.rest.JobParts.TestRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a job differs from its template. What is left out stays as the template has it. */
record TailoringRequest(
        @Nullable @Pattern(regexp = JobParts.SOMETHING, message = JobParts.SOMETHING_MESSAGE) @Size(max = JobParts.LINE) String title,

        @Nullable DescriptionTailoring description,
        @Nullable OrganizationRequest organization,
        @Nullable LocationRequest location,
        @Nullable EmploymentRequest employment,

        @Schema(description = "in place of all of the template's") @Nullable @Size(max = JobParts.ITEMS) List<ResponsibilityRequest> responsibilities,

        @Nullable @Size(max = JobParts.ITEMS) List<ResponsibilityRequest> addResponsibilities,

        @Schema(description = "ids of the template's") @Nullable @Size(max = JobParts.ITEMS) List<String> removeResponsibilities,

        @Nullable @Size(max = JobParts.ITEMS) List<StatementRequest> skills,
        @Nullable @Size(max = JobParts.ITEMS) List<StatementRequest> qualifications,
        @Nullable @Size(max = JobParts.ITEMS) List<FrequentQuestionRequest> faq,
        @Nullable @Size(max = JobParts.ITEMS) List<ScreeningCriterionRequest> screeningCriteria,
        @Nullable @Size(max = JobParts.ITEMS) List<InterviewQuestionRequest> interviewQuestions,
        @Nullable TestRequest test,

        @Schema(description = "in place of the template's, see decision semantics, section 2") @Nullable @ValidRubric
        JsonNode rubric,

        @Schema(description = "the id of one of the template's variants, in place of its rubric") @Nullable String rubricVariant,

        @Schema(description = "new weights of nodes of the rubric, by node id; siblings still sum to 100")
        @Nullable @Size(max = 500) Map<String, BigDecimal> weights) {

    /** Nothing is different. */
    static final TailoringRequest NONE = new TailoringRequest(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Which of the three paragraphs are different. */
    record DescriptionTailoring(
            @Nullable @Pattern(regexp = JobParts.SOMETHING, message = JobParts.SOMETHING_MESSAGE) @Size(max = JobParts.TEXT) String function,

            @Nullable @Size(max = JobParts.TEXT) String coreFocus,
            @Nullable @Size(max = JobParts.TEXT) String scope) {}

    /** What of it can be read and compared without the template, where the members with these names are at fault. */
    DraftCheck.Parts readable(Set<String> faulty) {
        return JobParts.readable(
                responsibilities,
                employment,
                faulty.contains("interviewQuestions") ? null : interviewQuestions,
                screeningCriteria,
                weights == null || weights.isEmpty() ? rubric : null);
    }

    Tailoring toDomain() {
        return new Tailoring(profile(), plan());
    }

    private ProfileTailoring profile() {
        return new ProfileTailoring(
                title,
                description == null ? null : description.function(),
                description == null ? null : description.coreFocus(),
                description == null ? null : description.scope(),
                organization == null ? null : organization.toDomain(),
                location == null ? null : location.toDomain(),
                employment == null ? null : employment.toDomain(),
                JobParts.mapped(responsibilities, ResponsibilityRequest::toDomain),
                JobParts.orNone(JobParts.mapped(addResponsibilities, ResponsibilityRequest::toDomain)),
                JobParts.orNone(removeResponsibilities),
                JobParts.mapped(skills, StatementRequest::toDomain),
                JobParts.mapped(qualifications, StatementRequest::toDomain),
                JobParts.mapped(faq, FrequentQuestionRequest::toDomain));
    }

    private PlanTailoring plan() {
        return new PlanTailoring(
                JobParts.mapped(interviewQuestions, InterviewQuestionRequest::toDomain),
                JobParts.mapped(screeningCriteria, ScreeningCriterionRequest::toDomain),
                test == null ? null : test.toDomain(),
                rubric == null ? null : rubric.toString(),
                rubricVariant,
                weights == null ? Map.of() : weights);
    }
}
