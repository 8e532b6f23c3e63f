package dev.plumbline.job.app;

import dev.plumbline.job.domain.Application;
import dev.plumbline.job.domain.ApplicationStatus;
import dev.plumbline.job.domain.Candidate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The applications that there are, and, apart from them, the people. */
public interface Applications {
    Optional<Application> find(UUID id);

    /** Finds an application and keeps everybody else from changing it until the transaction ends. */
    Optional<Application> lock(UUID id);

    /**
     * Adds an application and its candidate, unless its job has one with the same external id.
     *
     * @return the id of the one that is there already; empty where the new one was added
     */
    Optional<UUID> addUnlessThere(Application application, Candidate candidate);

    /** Replaces the state of an application that is locked. */
    void update(Application application);

    /** The person, unless erased. */
    Optional<Candidate> candidate(UUID applicationId);

    /** Removes the person for good; nothing happens where that was done before. */
    void eraseCandidate(UUID applicationId);

    /** The versions that applications of a job have stamped on them, withdrawn ones too: they can be reinstated. */
    Set<Integer> stampedVersions(UUID jobId);

    /** Applications in the order of their ids, which is the order they were made in. */
    List<Application> list(Filter filter, @Nullable UUID after, int most);

    /** Which applications are looked for; what is null does not matter. */
    record Filter(
            @Nullable UUID jobId,
            @Nullable String externalId,
            @Nullable ApplicationStatus status) {}
}
