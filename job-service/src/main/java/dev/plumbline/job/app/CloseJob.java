package dev.plumbline.job.app;

import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.JobVersion;
import dev.plumbline.job.events.JobClosed;
import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Closes a job: it takes no more applications; those it has are decided as before. */
@ApplicationScoped
public class CloseJob {
    private final Jobs jobs;
    private final JobVersions versions;
    private final Outbox outbox;
    private final Timestamps timestamps;

    CloseJob(Jobs jobs, JobVersions versions, Outbox outbox, Timestamps timestamps) {
        this.jobs = jobs;
        this.versions = versions;
        this.outbox = outbox;
        this.timestamps = timestamps;
    }

    /** Closes an open job; refused for a draft, which nobody has heard of, and for one that is closed. */
    @Transactional
    public Job close(UUID id, Precondition precondition) {
        Job job = jobs.lock(id).orElseThrow(() -> Refusals.noJob(id));
        precondition.check(job.revision());
        return switch (job.status()) {
            case DRAFT -> throw new ProblemException(new JobError.JobNotPublished(id));
            case CLOSED -> throw new ProblemException(new JobError.JobClosed(id));
            case OPEN -> close(job);
        };
    }

    private Job close(Job job) {
        Job closed = job.closed(timestamps.now());
        JobVersion newest = versions.find(job.id(), job.publishedVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "Version " + job.publishedVersion() + " of job " + job.id() + " is missing"));
        jobs.update(closed);
        outbox.append(JobClosed.of(closed, newest));
        return closed;
    }
}
