package dev.plumbline.job.rest;

import dev.plumbline.job.domain.JobStatus;
import dev.plumbline.job.domain.JobSummary;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job in a list. */
record JobSummaryResponse(
        UUID id,
        String title,
        JobStatus status,
        @Nullable Integer publishedVersion,
        boolean unpublishedChanges,
        Instant createdAt,
        Instant updatedAt) {

    static JobSummaryResponse of(JobSummary job) {
        return new JobSummaryResponse(
                job.id(),
                job.title(),
                job.status(),
                job.publishedVersion() == 0 ? null : job.publishedVersion(),
                job.hasUnpublishedChanges(),
                job.createdAt(),
                job.updatedAt());
    }
}
