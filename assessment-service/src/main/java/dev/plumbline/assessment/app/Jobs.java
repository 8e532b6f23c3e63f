package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.JobVersion;
import java.util.Optional;
import java.util.UUID;

/** Where the published versions of jobs are kept. */
public interface Jobs {

    /** Keeps the version unless a state of it with the same or a higher revision is there. */
    void keep(JobVersion version);

    /** The newest version for all open applications if that is above the stamped one, otherwise the stamped one. */
    Optional<JobVersion> effective(UUID jobId, int stampedVersion);
}
