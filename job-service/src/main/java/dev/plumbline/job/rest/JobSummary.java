package dev.plumbline.job.rest;

import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.JobStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job in a list. */
record JobSummary(
        UUID id,
        String title,
        JobStatus status,
        @Nullable Integer publishedVersion,
        boolean unpublishedChanges,
        Instant createdAt,
        Instant updatedAt) {

    static JobSummary of(Job job) {
        return new JobSummary(
                job.id(),
                job.draft().profile().title(),
                job.status(),
                JobResponse.publishedVersion(job),
                job.hasUnpublishedChanges(),
                job.createdAt(),
                job.updatedAt());
    }
}
