package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.JobVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes over that a job was published or closed. */
@ApplicationScoped
public class RecordJobVersion {
    private final Applications applications;

    RecordJobVersion(Applications applications) {
        this.applications = applications;
    }

    /** Takes it over; in any order, any number of times. */
    @Transactional
    public void record(JobVersion version, long revision) {
        applications.record(version, revision);
    }
}
