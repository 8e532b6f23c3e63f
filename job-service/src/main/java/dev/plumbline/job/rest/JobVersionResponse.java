package dev.plumbline.job.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.domain.AppliesTo;
import dev.plumbline.job.domain.InterviewQuestion;
import dev.plumbline.job.domain.JobVersion;
import dev.plumbline.job.domain.ScreeningCriterion;
import dev.plumbline.job.domain.TestReference;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A published version: it never changes. */
record JobVersionResponse(
        UUID jobId,
        int version,
        AppliesTo appliesTo,
        Instant publishedAt,
        String publishedBy,
        String title,

        @Schema(implementation = JsonNode.class, description = "see decision semantics, section 2") @JsonRawValue
        String rubric,

        @Nullable TestReference test,
        List<InterviewQuestion> interviewQuestions,
        List<ScreeningCriterion> screeningCriteria) {

    static JobVersionResponse of(JobVersion version) {
        return new JobVersionResponse(
                version.jobId(),
                version.version(),
                version.appliesTo(),
                version.publishedAt(),
                version.publishedBy(),
                version.profile().title(),
                version.plan().rubric(),
                version.plan().test(),
                version.plan().interviewQuestions(),
                version.plan().screeningCriteria());
    }
}
