package dev.plumbline.job.events;

import dev.plumbline.job.domain.Application;
import dev.plumbline.kit.outbox.OutboxEvent;

/** The withdrawal of an application was taken back. */
public final class ApplicationReinstated {
    /** The CloudEvents type. */
    public static final String TYPE = "dev.plumbline.application.reinstated.v1";

    private ApplicationReinstated() {}

    /** The event of this application as it is now. */
    public static OutboxEvent of(Application application) {
        return ApplicationLifecycle.event(TYPE, application);
    }
}
