package dev.plumbline.job.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.app.AmendJob.Amendment;
import dev.plumbline.job.app.DraftCheck;
import dev.plumbline.job.domain.Finding;
import dev.plumbline.job.domain.InterviewQuestion;
import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.JobProfile;
import dev.plumbline.job.domain.JobStatus;
import dev.plumbline.job.domain.ScreeningCriterion;
import dev.plumbline.job.domain.SelectionPlan;
import dev.plumbline.job.domain.TestReference;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A whole job in place of another. What a GET of the job gives can be sent back: the members that are not changed by
 * hand, from {@code id} on, are taken where they say what is so.
 */
record JobRequest(
        @NotBlank @Size(max = JobParts.LINE) String title,
        @NotNull DescriptionRequest description,
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

        @Schema(description = "left out to keep the rubric; see decision semantics, section 2") @Nullable @ValidRubric
        JsonNode rubric,

        @Schema(description = READ_ONLY) @Nullable UUID id,
        @Schema(description = READ_ONLY) @Nullable JobStatus status,
        @Schema(description = READ_ONLY) @Nullable String template,
        @Schema(description = READ_ONLY) @Nullable Integer publishedVersion,
        @Schema(description = READ_ONLY) @Nullable Boolean unpublishedChanges,
        @Schema(description = READ_ONLY) @Nullable Long revision,
        @Schema(description = READ_ONLY) @Nullable Instant createdAt,
        @Schema(description = READ_ONLY) @Nullable Instant updatedAt) {
    private static final String READ_ONLY = "cannot be changed: left out, or as a GET gave it";

    /** Each member that cannot be changed and says something else than the job does. */
    List<Finding> differences(Job job) {
        JobResponse is = JobResponse.of(job);
        List<Finding> findings = new ArrayList<>();
        compare("id", id, is.id(), findings);
        compare("status", status, is.status(), findings);
        compare("template", template, is.template(), findings);
        compare("publishedVersion", publishedVersion, is.publishedVersion(), findings);
        compare("unpublishedChanges", unpublishedChanges, is.unpublishedChanges(), findings);
        compare("revision", revision, is.revision(), findings);
        compare("createdAt", createdAt, is.createdAt(), findings);
        compare("updatedAt", updatedAt, is.updatedAt(), findings);
        return findings;
    }

    private static void compare(String name, @Nullable Object given, @Nullable Object is, List<Finding> findings) {
        if (given != null && !given.equals(is)) {
            findings.add(new Finding("/" + name, "cannot be changed: leave it out, or send what a GET gives"));
        }
    }

    /** What of it can be read, where the members with these names are at fault. */
    DraftCheck.Parts readable(Set<String> faulty) {
        return JobParts.readable(
                responsibilities,
                employment,
                faulty.contains("interviewQuestions") ? null : JobParts.orNone(interviewQuestions),
                screeningCriteria,
                rubric);
    }

    Amendment toAmendment() {
        return new Amendment(
                profile(), questions(), criteria(), testReference(), rubric == null ? null : rubric.toString());
    }

    /** The job that this is, where the rubric is not left out. */
    Job.Draft toDraft() {
        String text = Objects.requireNonNull(rubric).toString();
        return new Job.Draft(profile(), new SelectionPlan(text, questions(), criteria(), testReference()));
    }

    private JobProfile profile() {
        return new JobProfile(
                title,
                description.toDomain(),
                organization == null ? null : organization.toDomain(),
                location == null ? null : location.toDomain(),
                employment == null ? null : employment.toDomain(),
                JobParts.orNone(JobParts.mapped(responsibilities, ResponsibilityRequest::toDomain)),
                JobParts.orNone(JobParts.mapped(skills, StatementRequest::toDomain)),
                JobParts.orNone(JobParts.mapped(qualifications, StatementRequest::toDomain)),
                JobParts.orNone(JobParts.mapped(faq, FrequentQuestionRequest::toDomain)));
    }

    private List<InterviewQuestion> questions() {
        return JobParts.orNone(JobParts.mapped(interviewQuestions, InterviewQuestionRequest::toDomain));
    }

    private List<ScreeningCriterion> criteria() {
        return JobParts.orNone(JobParts.mapped(screeningCriteria, ScreeningCriterionRequest::toDomain));
    }

    private @Nullable TestReference testReference() {
        return test == null ? null : test.toDomain();
    }
}
