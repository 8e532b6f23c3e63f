package dev.plumbline.job.events;

import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.JobVersion;
import dev.plumbline.kit.outbox.OutboxEvent;

/** A job takes no more applications: a further revision of its newest version. */
public final class JobClosed {
    /** The CloudEvents type. */
    public static final String TYPE = "dev.plumbline.job.closed.v1";

    private JobClosed() {}

    /** The event of this job, closed just now, and its newest version. */
    public static OutboxEvent of(Job job, JobVersion newest) {
        return new OutboxEvent(JobVersionState.TOPIC, job.id().toString(), TYPE, JobVersionState.of(job, newest));
    }
}
