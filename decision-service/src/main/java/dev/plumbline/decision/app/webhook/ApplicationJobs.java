package dev.plumbline.decision.app.webhook;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Which job an application is for. */
public interface ApplicationJobs {
    /**
     * What is known of an application's job.
     *
     * @param externalId the application's id in the system that it came from
     */
    record JobOf(UUID jobId, String externalId) {}

    /** By application; those that are not known yet are missing. */
    Map<UUID, JobOf> of(Collection<UUID> applicationIds);
}
