package dev.plumbline.job.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job: a draft that can change, and the versions published from it.
 *
 * @param revision from 1, grows with every change; it orders the job's events and is its entity tag
 * @param template the template it was made from
 * @param publishedVersion the newest published version, 0 where there is none
 * @param publishedRevision the revision at which the draft was last the same as a published version, 0 where never
 */
public record Job(
        UUID id,
        JobStatus status,
        long revision,
        @Nullable String template,
        Draft draft,
        int publishedVersion,
        long publishedRevision,
        Instant createdAt,
        Instant updatedAt) {
    public Job {
        if (revision < 1 || publishedVersion < 0 || publishedRevision > revision) {
            throw new IllegalArgumentException("impossible state of job " + id);
        }
        if ((status == JobStatus.DRAFT) != (publishedVersion == 0)) {
            throw new IllegalArgumentException("a job is a draft exactly until it is published: " + id);
        }
    }

    /** What a job says and how it measures. */
    public record Draft(JobProfile profile, SelectionPlan plan) {}

    /** A new job that nobody can apply to yet. */
    public static Job drafted(UUID id, @Nullable String template, Draft draft, Instant now) {
        return new Job(id, JobStatus.DRAFT, 1, template, draft, 0, 0, now, now);
    }

    /** The job with another draft; what is published stays as it is. */
    public Job amended(Draft other, Instant now) {
        return new Job(id, status, revision + 1, template, other, publishedVersion, publishedRevision, createdAt, now);
    }

    /** The job after its draft became the next version. */
    public Job published(Instant now) {
        long next = revision + 1;
        return new Job(id, JobStatus.OPEN, next, template, draft, publishedVersion + 1, next, createdAt, now);
    }

    /** The job after it took its last application. */
    public Job closed(Instant now) {
        long next = revision + 1;
        long same = hasUnpublishedChanges() ? publishedRevision : next;
        return new Job(id, JobStatus.CLOSED, next, template, draft, publishedVersion, same, createdAt, now);
    }

    /** Whether the draft was changed since it was last published, or never was published. */
    public boolean hasUnpublishedChanges() {
        return publishedRevision < revision;
    }
}
