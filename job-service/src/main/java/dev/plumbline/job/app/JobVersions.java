package dev.plumbline.job.app;

import dev.plumbline.job.domain.JobVersion;
import dev.plumbline.job.domain.SelectionPlan;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The published versions of jobs, which never change. */
public interface JobVersions {
    void add(JobVersion version);

    Optional<JobVersion> find(UUID jobId, int version);

    /** All of a job, the oldest first. */
    List<JobVersion> of(UUID jobId);

    /** The numbers of all of a job, the oldest first: of the versions themselves, which may be long, nothing is read. */
    List<Integer> numbers(UUID jobId);

    /** How a version measures those who apply. Nothing else of it is read, and nothing is kept for the transaction. */
    Optional<SelectionPlan> plan(UUID jobId, int version);
}
