package dev.plumbline.job.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * What a list tells of a job: a list of hundreds must not read hundreds of rubrics.
 *
 * @param publishedVersion the newest published version, 0 where there is none
 * @param hasUnpublishedChanges whether the draft was changed since, or never was published
 */
public record JobSummary(
        UUID id,
        String title,
        JobStatus status,
        int publishedVersion,
        boolean hasUnpublishedChanges,
        Instant createdAt,
        Instant updatedAt) {}
