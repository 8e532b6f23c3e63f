package dev.plumbline.job.app;

import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.JobStatus;
import dev.plumbline.job.domain.JobSummary;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The jobs that there are. */
public interface Jobs {
    Optional<Job> find(UUID id);

    /** Finds a job and keeps everybody else from changing it, and from applying to it, until the transaction ends. */
    Optional<Job> lock(UUID id);

    /** Finds a job and keeps everybody from changing it until the transaction ends; others can do the same meanwhile. */
    Optional<Job> share(UUID id);

    void add(Job job);

    /** Replaces the state of a job that is locked. */
    void update(Job job);

    /**
     * Jobs in the order of their ids, which is the order they were made in.
     *
     * @param status only of this status, null for all
     * @param after only after this id, null from the first
     * @param most how many at most
     */
    List<JobSummary> list(@Nullable JobStatus status, @Nullable UUID after, int most);
}
