package dev.plumbline.job.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.domain.Description;
import dev.plumbline.job.domain.Employment;
import dev.plumbline.job.domain.FrequentQuestion;
import dev.plumbline.job.domain.InterviewQuestion;
import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.JobProfile;
import dev.plumbline.job.domain.JobStatus;
import dev.plumbline.job.domain.Location;
import dev.plumbline.job.domain.Organization;
import dev.plumbline.job.domain.Responsibility;
import dev.plumbline.job.domain.ScreeningCriterion;
import dev.plumbline.job.domain.SelectionPlan;
import dev.plumbline.job.domain.Statement;
import dev.plumbline.job.domain.TestReference;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job as it is drafted. */
record JobResponse(
        UUID id,
        JobStatus status,

        @Schema(description = "grows with every change; the entity tag")
        long revision,

        @Nullable String template,

        @Schema(description = "null where the job never was published") @Nullable Integer publishedVersion,

        @Schema(description = "whether the draft differs from what is published")
        boolean unpublishedChanges,

        String title,
        Description description,
        @Nullable Organization organization,
        @Nullable Location location,
        @Nullable Employment employment,
        List<Responsibility> responsibilities,
        List<Statement> skills,
        List<Statement> qualifications,
        List<FrequentQuestion> faq,
        List<ScreeningCriterion> screeningCriteria,
        List<InterviewQuestion> interviewQuestions,
        @Nullable TestReference test,

        @Schema(implementation = JsonNode.class, description = "see decision semantics, section 2") @JsonRawValue
        String rubric,

        Instant createdAt,
        Instant updatedAt) {

    static JobResponse of(Job job) {
        JobProfile profile = job.draft().profile();
        SelectionPlan plan = job.draft().plan();
        return new JobResponse(
                job.id(),
                job.status(),
                job.revision(),
                job.template(),
                publishedVersion(job),
                job.hasUnpublishedChanges(),
                profile.title(),
                profile.description(),
                profile.organization(),
                profile.location(),
                profile.employment(),
                profile.responsibilities(),
                profile.skills(),
                profile.qualifications(),
                profile.faq(),
                plan.screeningCriteria(),
                plan.interviewQuestions(),
                plan.test(),
                plan.rubric(),
                job.createdAt(),
                job.updatedAt());
    }

    private static @Nullable Integer publishedVersion(Job job) {
        return job.publishedVersion() == 0 ? null : job.publishedVersion();
    }
}
