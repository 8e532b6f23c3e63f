package dev.plumbline.job.events;

import dev.plumbline.job.domain.Application;
import dev.plumbline.job.domain.ApplicationStatus;
import dev.plumbline.kit.outbox.OutboxEvent;
import java.util.UUID;

/** The whole state of an application's lifecycle, which its three events carry: revisions of one identity. */
record ApplicationLifecycle(
        UUID applicationId, long revision, ApplicationStatus status, UUID jobId, int rubricVersion, String externalId) {
    static final String TOPIC = "plumbline.applications.v1";

    static OutboxEvent event(String type, Application application) {
        return new OutboxEvent(
                TOPIC,
                application.id().toString(),
                type,
                new ApplicationLifecycle(
                        application.id(),
                        application.revision(),
                        application.status(),
                        application.jobId(),
                        application.rubricVersion(),
                        application.externalId()));
    }
}
