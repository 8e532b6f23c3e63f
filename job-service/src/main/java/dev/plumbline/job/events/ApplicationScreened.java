package dev.plumbline.job.events;

import dev.plumbline.job.domain.Application;
import dev.plumbline.job.domain.ScreeningAnswer;
import dev.plumbline.kit.outbox.OutboxEvent;
import java.util.List;
import java.util.UUID;

/** The screening of an application is known, or known differently: the whole list is one identity. */
public record ApplicationScreened(UUID applicationId, long revision, List<ScreeningAnswer> screening) {
    /** The CloudEvents type. */
    public static final String TYPE = "dev.plumbline.application.screened.v1";

    /** The event of this application as it is now. */
    public static OutboxEvent of(Application application) {
        return new OutboxEvent(
                ApplicationLifecycle.TOPIC,
                application.id().toString(),
                TYPE,
                new ApplicationScreened(application.id(), application.revision(), application.screening()));
    }
}
