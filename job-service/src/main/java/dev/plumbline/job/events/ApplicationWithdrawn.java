package dev.plumbline.job.events;

import dev.plumbline.job.domain.Application;
import dev.plumbline.kit.outbox.OutboxEvent;

/** A candidate took an application back. */
public final class ApplicationWithdrawn {
    /** The CloudEvents type. */
    public static final String TYPE = "dev.plumbline.application.withdrawn.v1";

    private ApplicationWithdrawn() {}

    /** The event of this application as it is now. */
    public static OutboxEvent of(Application application) {
        return ApplicationLifecycle.event(TYPE, application);
    }
}
