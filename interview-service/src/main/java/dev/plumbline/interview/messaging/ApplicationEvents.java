package dev.plumbline.interview.messaging;

import dev.plumbline.interview.app.Applications.LifecycleFact;
import dev.plumbline.interview.app.EraseCandidate;
import dev.plumbline.interview.app.RecordLifecycle;
import dev.plumbline.interview.domain.Application;
import dev.plumbline.kit.inbox.BatchHandler;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.Inbox;
import dev.plumbline.kit.inbox.TopicConsumer;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows {@code plumbline.applications.v1}: who applied, who withdrew, and who is to be forgotten. */
@ApplicationScoped
public class ApplicationEvents implements TopicConsumer {
    private final Inbox inbox;
    private final RecordLifecycle recordLifecycle;
    private final EraseCandidate eraseCandidate;

    ApplicationEvents(Inbox inbox, RecordLifecycle recordLifecycle, EraseCandidate eraseCandidate) {
        this.inbox = inbox;
        this.recordLifecycle = recordLifecycle;
        this.eraseCandidate = eraseCandidate;
    }

    @Override
    public Set<String> topics() {
        return Set.of("plumbline.applications.v1");
    }

    @Override
    public BatchHandler handler() {
        return inbox.oneByOne(this::handle);
    }

    @Incoming("applications")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(records, this::handle);
    }

    private void handle(InboundEvent event) {
        switch (event.type()) {
            case "dev.plumbline.application.submitted.v1",
                    "dev.plumbline.application.withdrawn.v1",
                    "dev.plumbline.application.reinstated.v1" ->
                recordLifecycle.record(lifecycle(Fields.about("applicationId", event)));
            case "dev.plumbline.application.erased.v1" ->
                eraseCandidate.erase(Fields.about("applicationId", event).uuid("applicationId"));
            default -> {
                // A type that this service does not use.
            }
        }
    }

    static LifecycleFact lifecycle(Fields data) {
        boolean withdrawn = switch (data.text("status")) {
            case "SUBMITTED" -> false;
            case "WITHDRAWN" -> true;
            default -> throw data.unusable("status", "SUBMITTED or WITHDRAWN");
        };
        Application application = new Application(
                data.uuid("applicationId"),
                data.uuid("jobId"),
                (int) data.positive("rubricVersion", Integer.MAX_VALUE),
                withdrawn,
                false);
        return new LifecycleFact(application, data.positive("revision", Long.MAX_VALUE));
    }
}
