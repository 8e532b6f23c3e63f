package dev.plumbline.decision.app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The applications' rows. */
public interface Applications {

    /**
     * Locks the rows of these applications until the transaction ends, in the order of their ids so that no two
     * transactions wait for each other; those that are not there yet are created.
     */
    Map<UUID, Application> lockOrCreate(SortedSet<UUID> ids);

    /** Locks the row of an application that is there. */
    Optional<Application> lock(UUID id);

    /** An application as it stands, not locked. */
    Optional<Application> find(UUID id);

    /**
     * How decided applications stand, without reading their facts. None of one of which more than that would be shown:
     * while facts wait for their rubric, and once it has a verdict.
     */
    Map<UUID, StateMark> marks(Collection<UUID> ids);

    /**
     * Applications in the order of their ids, of all jobs.
     *
     * @param after the last one seen; null to begin
     */
    List<UUID> after(@Nullable UUID after, int most);

    /** Writes rows that the transaction has locked. */
    void save(Collection<Application> changed);

    /**
     * Applications of a job in the order of their ids.
     *
     * @param after the last one seen; null to begin
     * @param onlyWaiting only those that wait for a rubric
     */
    List<UUID> ofJob(UUID job, @Nullable UUID after, boolean onlyWaiting, int most);
}
