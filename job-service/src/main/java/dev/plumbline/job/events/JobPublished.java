package dev.plumbline.job.events;

import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.JobVersion;
import dev.plumbline.kit.outbox.OutboxEvent;

/** A version of a job was published: it takes applications, which are measured as this version says. */
public final class JobPublished {
    /** The CloudEvents type. */
    public static final String TYPE = "dev.plumbline.job.published.v1";

    private JobPublished() {}

    /** The event of this version, which the job has just become. */
    public static OutboxEvent of(Job job, JobVersion version) {
        return new OutboxEvent(JobVersionState.TOPIC, job.id().toString(), TYPE, JobVersionState.of(job, version));
    }
}
