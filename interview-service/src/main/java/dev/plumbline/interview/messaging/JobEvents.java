package dev.plumbline.interview.messaging;

import dev.plumbline.interview.app.RecordJobVersion;
import dev.plumbline.kit.inbox.BatchHandler;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.Inbox;
import dev.plumbline.kit.inbox.TopicConsumer;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows {@code plumbline.jobs.v1}: what can be asked, on which scale, and what is attested. */
@ApplicationScoped
public class JobEvents implements TopicConsumer {
    private final Inbox inbox;
    private final RecordJobVersion recordJobVersion;

    JobEvents(Inbox inbox, RecordJobVersion recordJobVersion) {
        this.inbox = inbox;
        this.recordJobVersion = recordJobVersion;
    }

    @Override
    public Set<String> topics() {
        return Set.of("plumbline.jobs.v1");
    }

    @Override
    public BatchHandler handler() {
        return inbox.oneByOne(this::handle);
    }

    @Incoming("jobs")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(records, this::handle);
    }

    private void handle(InboundEvent event) {
        switch (event.type()) {
            case "dev.plumbline.job.published.v1", "dev.plumbline.job.closed.v1" -> {
                PublishedJob job = PublishedJob.of(Fields.about("jobId", event));
                recordJobVersion.record(job.version(), job.revision());
            }
            default -> {
                // A type that this service does not use.
            }
        }
    }
}
