package dev.plumbline.job.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.app.DraftCheck;
import dev.plumbline.job.domain.Job;
import dev.plumbline.job.rest.JobParts.DescriptionRequest;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new job: {@code template} and {@code tailoring}, or all the rest, of which title, description and rubric are required. */
@TemplateOrWhole
record CreateJobRequest(
        @Schema(description = "the id of a template; the rest but tailoring is then left out") @Nullable String template,

        @Nullable TailoringRequest tailoring,

        @Nullable @Pattern(regexp = JobParts.SOMETHING, message = JobParts.SOMETHING_MESSAGE) @Size(max = JobParts.LINE) String title,

        @Nullable DescriptionRequest description,
        @Nullable OrganizationRequest organization,
        @Nullable LocationRequest location,
        @Nullable EmploymentRequest employment,
        @Nullable @Size(max = JobParts.ITEMS) List<ResponsibilityRequest> responsibilities,
        @Nullable @Size(max = JobParts.ITEMS) List<StatementRequest> skills,
        @Nullable @Size(max = JobParts.ITEMS) List<StatementRequest> qualifications,
        @Nullable @Size(max = JobParts.ITEMS) List<FrequentQuestionRequest> faq,
        @Nullable @Size(max = JobParts.ITEMS) List<ScreeningCriterionRequest> screeningCriteria,
        @Nullable @Size(max = JobParts.ITEMS) List<InterviewQuestionRequest> interviewQuestions,
        @Nullable TestRequest test,

        @Schema(description = "see decision semantics, section 2") @Nullable @ValidRubric
        JsonNode rubric) {

    /** What of it can be read, where the members with these names are at fault. */
    DraftCheck.Parts readable(Set<String> faulty) {
        return JobParts.readable(
                responsibilities,
                employment,
                faulty.contains("interviewQuestions") ? null : JobParts.orNone(interviewQuestions),
                screeningCriteria,
                rubric);
    }

    /** Which members of a job that is written out are there. */
    Set<String> wholeMembers() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("title", title);
        members.put("description", description);
        members.put("organization", organization);
        members.put("location", location);
        members.put("employment", employment);
        members.put("responsibilities", responsibilities);
        members.put("skills", skills);
        members.put("qualifications", qualifications);
        members.put("faq", faq);
        members.put("screeningCriteria", screeningCriteria);
        members.put("interviewQuestions", interviewQuestions);
        members.put("test", test);
        members.put("rubric", rubric);
        members.values().removeIf(Objects::isNull);
        return members.keySet();
    }

    /** The job that is written out, where there is no template. */
    Job.Draft toDraft() {
        JobRequest whole = new JobRequest(
                Objects.requireNonNull(title),
                Objects.requireNonNull(description),
                organization,
                location,
                employment,
                responsibilities,
                skills,
                qualifications,
                faq,
                screeningCriteria,
                interviewQuestions,
                test,
                Objects.requireNonNull(rubric),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return whole.toDraft();
    }
}
