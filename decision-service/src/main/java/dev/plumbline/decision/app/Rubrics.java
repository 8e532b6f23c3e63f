package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Rubric;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The published rubric versions of all jobs. */
public interface Rubrics {

    /**
     * Keeps new versions of these jobs out until the transaction ends: an application that is about to appear in a job
     * must not be missed by a version that is just spreading. Taken before any application is locked.
     */
    void holdVersions(Collection<UUID> jobs);

    /** Waits until no transaction holds these jobs' versions, and keeps others from holding them. */
    void lockVersions(Collection<UUID> jobs);

    /** What is known of these jobs, each of them present. */
    Map<UUID, JobRubrics> of(Collection<UUID> jobs);

    /** A version, ready to decide; empty where it has not been heard of. */
    Optional<CompiledRubric> compiled(UUID job, int version);

    /** Every content that a version has ever decided with, the one that holds now first. */
    List<Rubric> contents(UUID job, int version);

    /** Whether any version of this job is known. */
    boolean isKnown(UUID job);

    /** The stored fact of a version. */
    Optional<PublishedRubric> find(UUID job, int version);

    /** Stores a version, in the place of an older revision of it. */
    void save(PublishedRubric rubric);
}
