package dev.plumbline.job.app;

import dev.plumbline.job.domain.Application;
import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/** Changes an application and tells of it: its row locked first, so that events are stored in the order of revisions. */
@ApplicationScoped
class ChangeApplication {
    private final Applications applications;
    private final Outbox outbox;

    ChangeApplication(Applications applications, Outbox outbox) {
        this.applications = applications;
        this.outbox = outbox;
    }

    /** The application, its row locked until the transaction ends. */
    Application lock(UUID id) {
        return applications.lock(id).orElseThrow(() -> Refusals.noApplication(id));
    }

    /** Stores the changed state of a locked application, and the event that tells of it. */
    Application change(Application changed, Function<Application, OutboxEvent> event) {
        applications.update(changed);
        outbox.append(event.apply(changed));
        return changed;
    }
}
