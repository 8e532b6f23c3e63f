package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.JobVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Learns of published versions of jobs. They may come in any order and more than once. */
@ApplicationScoped
public class RecordJobVersion {

    private final Jobs jobs;

    RecordJobVersion(Jobs jobs) {
        this.jobs = jobs;
    }

    @Transactional
    public void record(JobVersion version) {
        jobs.keep(version);
    }
}
