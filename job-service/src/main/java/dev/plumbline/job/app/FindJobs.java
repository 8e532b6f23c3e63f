package dev.plumbline.job.app;

import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.JobProfile;
import dev.plumbline.job.domain.JobStatus;
import dev.plumbline.job.domain.JobSummary;
import dev.plumbline.job.domain.JobVersion;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads jobs. */
@ApplicationScoped
public class FindJobs {
    private final Jobs jobs;
    private final JobVersions versions;

    FindJobs(Jobs jobs, JobVersions versions) {
        this.jobs = jobs;
        this.versions = versions;
    }

    @Transactional
    public Job job(UUID id) {
        return jobs.find(id).orElseThrow(() -> Refusals.noJob(id));
    }

    /** Jobs in the order they were made in; see {@link Jobs#list}. */
    @Transactional
    public List<JobSummary> list(@Nullable JobStatus status, @Nullable UUID after, int most) {
        return jobs.list(status, after, most);
    }

    /** A published version. */
    @Transactional
    public JobVersion version(UUID jobId, int version) {
        if (jobs.find(jobId).isEmpty()) {
            throw Refusals.noJob(jobId);
        }
        return versions.find(jobId, version)
                .orElseThrow(() ->
                        new ProblemException(new KitError.NotFound("published version", version + " of job " + jobId)));
    }

    /**
     * What the public is told of a job.
     *
     * @param profile as published last; of a job that never was, as drafted
     * @param published when it was first published; null where it never was
     */
    public record Posting(
            Job job, JobProfile profile, @Nullable Instant published) {}

    @Transactional
    public Posting posting(UUID id) {
        Job job = job(id);
        if (job.publishedVersion() == 0) {
            return new Posting(job, job.draft().profile(), null);
        }
        JobProfile newest = version(id, job.publishedVersion()).profile();
        return new Posting(job, newest, version(id, 1).publishedAt());
    }
}
