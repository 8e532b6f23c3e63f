package dev.plumbline.decision.messaging;

import dev.plumbline.decision.app.ForgetReasons;
import dev.plumbline.kit.inbox.BatchHandler;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.Inbox;
import dev.plumbline.kit.inbox.TopicConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes every fact about an application that other services publish, a batch of them in one transaction. */
@ApplicationScoped
public class FactConsumer implements TopicConsumer {
    private static final String ERASED = "dev.plumbline.application.erased.v1";

    private final Inbox inbox;
    private final FactIntake intake;
    private final ForgetReasons forgetReasons;

    FactConsumer(Inbox inbox, FactIntake intake, ForgetReasons forgetReasons) {
        this.inbox = inbox;
        this.intake = intake;
        this.forgetReasons = forgetReasons;
    }

    @Override
    public Set<String> topics() {
        return Set.of("plumbline.applications.v1", "plumbline.assessments.v1", "plumbline.interviews.v1");
    }

    @Override
    public BatchHandler handler() {
        return this::take;
    }

    @Incoming("facts")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consumeBatch(records, this::take);
    }

    @Override
    public Set<UUID> hold(List<InboundEvent> events) {
        return intake.hold(events, FactConsumer::erasedBy);
    }

    private void take(List<InboundEvent> events) {
        Set<UUID> erased = new LinkedHashSet<>();
        intake.take(events, event -> {
            Set<UUID> applications = erasedBy(event);
            erased.addAll(applications);
            return applications;
        });
        forgetReasons.of(erased);
    }

    private static Set<UUID> erasedBy(InboundEvent event) {
        return event.type().equals(ERASED) ? Set.of(new EventData(event.data()).uuid("applicationId")) : Set.of();
    }
}
