package dev.plumbline.decision.domain;

import java.util.OptionalInt;

/**
 * Where an application stands: submitted, withdrawn and reinstated are revisions of this one fact, each carrying the
 * whole state (decision semantics, section 8).
 *
 * @param jobId the job applied for
 * @param rubricVersion the version stamped on the application when it was submitted, 1 or more
 * @param externalId the id of the application in the system it came from
 */
public record Lifecycle(Status status, String jobId, int rubricVersion, String externalId) implements FactContent {

    /** What an application is. */
    public enum Status {
        SUBMITTED,
        WITHDRAWN
    }

    /** @throws IllegalArgumentException if an id is blank or the version is below 1 */
    public Lifecycle {
        Ids.require(jobId, "job");
        Ids.require(externalId, "external id");
        if (rubricVersion < 1) {
            throw new IllegalArgumentException("a rubric version is 1 or more");
        }
    }

    @Override
    public FactIdentity.Lifecycle identity() {
        return new FactIdentity.Lifecycle();
    }

    public boolean isWithdrawn() {
        return status == Status.WITHDRAWN;
    }

    /**
     * The rubric version this application is decided under: the stamped one, so that all who applied under a version
     * are measured alike, or the newest version that was published for all open applications, if that is higher and the
     * application is not withdrawn (decision semantics, section 8).
     *
     * @param newestForAllOpen the newest version of the job that applies to all open applications, if there is one
     */
    public int effectiveRubricVersion(OptionalInt newestForAllOpen) {
        return isWithdrawn() ? rubricVersion : Math.max(rubricVersion, newestForAllOpen.orElse(rubricVersion));
    }
}
