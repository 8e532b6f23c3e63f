package dev.plumbline.assessment.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.assessment.app.RecordApplication;
import dev.plumbline.assessment.domain.Application;
import dev.plumbline.kit.inbox.BatchHandler;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.Inbox;
import dev.plumbline.kit.inbox.RejectedEvent;
import dev.plumbline.kit.inbox.TopicConsumer;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what job-service tells of applications. */
@ApplicationScoped
class ApplicationEvents implements TopicConsumer {

    private static final String PREFIX = "dev.plumbline.application.";

    private final Inbox inbox;
    private final RecordApplication record;

    ApplicationEvents(Inbox inbox, RecordApplication record) {
        this.inbox = inbox;
        this.record = record;
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

    void handle(InboundEvent event) {
        switch (event.type()) {
            case PREFIX + "submitted.v1", PREFIX + "withdrawn.v1", PREFIX + "reinstated.v1" ->
                record.lifecycle(id(event), lifecycle(event.data()));
            case PREFIX + "erased.v1" -> {
                EventData.whole(event.data(), "revision", Long.MAX_VALUE);
                record.erased(id(event));
            }
            default -> {
                // Screening and whatever comes later is for others.
            }
        }
    }

    private static UUID id(InboundEvent event) {
        UUID id = EventData.uuid(event.data(), "applicationId");
        if (!id.toString().equals(event.subject())) {
            throw new RejectedEvent("applicationId is not the subject");
        }
        return id;
    }

    private static Application.Lifecycle lifecycle(JsonNode data) {
        String status = EventData.text(data, "status");
        boolean withdrawn = switch (status) {
            case "SUBMITTED" -> false;
            case "WITHDRAWN" -> true;
            default -> throw new RejectedEvent("status is neither SUBMITTED nor WITHDRAWN");
        };
        return new Application.Lifecycle(
                EventData.whole(data, "revision", Long.MAX_VALUE),
                EventData.uuid(data, "jobId"),
                (int) EventData.whole(data, "rubricVersion", Integer.MAX_VALUE),
                withdrawn);
    }
}
