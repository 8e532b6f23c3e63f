package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Application;
import dev.plumbline.interview.domain.JobVersion;
import dev.plumbline.interview.domain.JobVersions;
import java.util.Optional;
import java.util.UUID;

/** The applications and job versions that other services told of. */
public interface Applications {
    /** The application, if it was told of. */
    Optional<Application> find(UUID id);

    /**
     * The application, with everything this service stores about it locked until the transaction ends. Whatever changes
     * an interview, a rating, an attestation or a flag takes this lock first, so that facts leave in the order they are
     * made.
     */
    Optional<Application> lock(UUID id);

    /** Takes a lifecycle fact over, unless one with this or a higher revision is here. */
    void record(LifecycleFact fact);

    /** Marks the application as erased, told of or not. Says whether it was not before. */
    boolean markErased(UUID id);

    /** All versions known of a job. */
    JobVersions versionsOf(UUID jobId);

    /** Takes a published version over, unless one with this or a higher revision is here. */
    void record(JobVersion version, long revision);

    /**
     * An application's lifecycle as its owner tells it: one identity, the whole state.
     *
     * @param application the state
     * @param revision at least 1
     */
    record LifecycleFact(Application application, long revision) {}
}
