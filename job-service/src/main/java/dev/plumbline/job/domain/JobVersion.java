package dev.plumbline.job.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A published version of a job: it never changes.
 *
 * @param version from 1, without gaps
 * @param publishedBy the {@code sub} of the person who published it
 */
public record JobVersion(
        UUID jobId,
        int version,
        AppliesTo appliesTo,
        JobProfile profile,
        SelectionPlan plan,
        Instant publishedAt,
        String publishedBy) {
    /** The version that a job has just become. */
    public static JobVersion of(Job published, AppliesTo appliesTo, String by) {
        return new JobVersion(
                published.id(),
                published.publishedVersion(),
                appliesTo,
                published.draft().profile(),
                published.draft().plan(),
                published.updatedAt(),
                by);
    }
}
