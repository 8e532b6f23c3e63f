package dev.plumbline.job.events;

import dev.plumbline.job.domain.Application;
import dev.plumbline.kit.outbox.OutboxEvent;
import java.util.UUID;

/** The person behind an application is to be forgotten: whoever keeps free text about them erases it. */
public record ApplicationErased(UUID applicationId, long revision) {
    /** The CloudEvents type. */
    public static final String TYPE = "dev.plumbline.application.erased.v1";

    /** The event of this application as it is now. */
    public static OutboxEvent of(Application application) {
        return new OutboxEvent(
                ApplicationLifecycle.TOPIC,
                application.id().toString(),
                TYPE,
                new ApplicationErased(application.id(), application.revision()));
    }
}
