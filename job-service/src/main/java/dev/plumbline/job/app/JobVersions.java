package dev.plumbline.job.app;

import dev.plumbline.job.domain.JobVersion;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The published versions of jobs, which never change. */
public interface JobVersions {
    void add(JobVersion version);

    Optional<JobVersion> find(UUID jobId, int version);

    /** All of a job, the oldest first. */
    List<JobVersion> of(UUID jobId);
}
