package dev.plumbline.job.events;

import dev.plumbline.job.domain.Application;
import dev.plumbline.kit.outbox.OutboxEvent;

/** Someone applied to a job. */
public final class ApplicationSubmitted {
    /** The CloudEvents type. */
    public static final String TYPE = "dev.plumbline.application.submitted.v1";

    private ApplicationSubmitted() {}

    /** The event of this application as it is now. */
    public static OutboxEvent of(Application application) {
        return ApplicationLifecycle.event(TYPE, application);
    }
}
