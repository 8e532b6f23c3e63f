package dev.plumbline.decision.messaging;

import dev.plumbline.decision.app.FanOutWorker;
import dev.plumbline.decision.app.PublishedRubric;
import dev.plumbline.decision.app.RecordRubric;
import dev.plumbline.decision.app.RecordRubric.Conflict;
import dev.plumbline.kit.inbox.BatchHandler;
import dev.plumbline.kit.inbox.DeadLetters;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.Inbox;
import dev.plumbline.kit.inbox.RejectedEvent;
import dev.plumbline.kit.inbox.TopicConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the rubric versions that the job-service publishes. */
@ApplicationScoped
public class JobConsumer implements TopicConsumer {
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final RecordRubric recordRubric;
    private final FanOutWorker fanOut;

    JobConsumer(Inbox inbox, DeadLetters deadLetters, RecordRubric recordRubric, FanOutWorker fanOut) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.recordRubric = recordRubric;
        this.fanOut = fanOut;
    }

    @Override
    public Set<String> topics() {
        return Set.of("plumbline.jobs.v1");
    }

    @Override
    public BatchHandler handler() {
        return this::take;
    }

    @Override
    public void taken() {
        fanOut.wake();
    }

    @Incoming("jobs")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consumeBatch(records, this::take);
        fanOut.wake();
    }

    @Override
    public Set<UUID> hold(List<InboundEvent> events) {
        Set<UUID> jobs = new HashSet<>();
        for (InboundEvent event : events) {
            try {
                JobEvents.job(event).ifPresent(jobs::add);
            } catch (RejectedEvent rejected) {
                // Who takes it sets it aside.
            }
        }
        recordRubric.hold(jobs);
        return jobs;
    }

    private void take(List<InboundEvent> events) {
        List<InboundEvent> origins = new ArrayList<>();
        List<PublishedRubric> published = new ArrayList<>();
        for (InboundEvent event : events) {
            try {
                Optional<PublishedRubric> rubric = JobEvents.read(event);
                if (rubric.isPresent()) {
                    published.add(rubric.get());
                    origins.add(event);
                }
            } catch (RejectedEvent rejected) {
                deadLetters.add(event.record(), rejected.reason());
            }
        }
        for (Conflict conflict : recordRubric.record(published)) {
            ConsumerRecord<String, byte[]> record =
                    origins.get(conflict.position()).record();
            ConflictLetters.add(
                    deadLetters,
                    record,
                    published.get(conflict.position()).equals(conflict.rejected())
                            ? null
                            : conflict.rejected().content());
        }
    }
}
