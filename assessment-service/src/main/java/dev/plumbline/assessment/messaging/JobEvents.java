package dev.plumbline.assessment.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.assessment.app.RecordJobVersion;
import dev.plumbline.assessment.domain.JobVersion;
import dev.plumbline.assessment.domain.TestReference;
import dev.plumbline.kit.inbox.BatchHandler;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.Inbox;
import dev.plumbline.kit.inbox.RejectedEvent;
import dev.plumbline.kit.inbox.TopicConsumer;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Takes what job-service tells of published versions of jobs. */
@ApplicationScoped
class JobEvents implements TopicConsumer {

    private static final String PUBLISHED = "dev.plumbline.job.published.v1";
    private static final String CLOSED = "dev.plumbline.job.closed.v1";

    private final Inbox inbox;
    private final RecordJobVersion record;

    JobEvents(Inbox inbox, RecordJobVersion record) {
        this.inbox = inbox;
        this.record = record;
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

    void handle(InboundEvent event) {
        if (event.type().equals(PUBLISHED) || event.type().equals(CLOSED)) {
            record.record(version(event));
        }
    }

    private static JobVersion version(InboundEvent event) {
        JsonNode data = event.data();
        UUID jobId = EventData.uuid(data, "jobId");
        if (!jobId.toString().equals(event.subject())) {
            throw new RejectedEvent("jobId is not the subject");
        }
        return new JobVersion(
                jobId,
                (int) EventData.whole(data, "version", Integer.MAX_VALUE),
                EventData.whole(data, "revision", Long.MAX_VALUE),
                isForAllOpen(EventData.text(data, "appliesTo")),
                test(data.path("test")),
                countedSections(data.path("rubric")));
    }

    private static boolean isForAllOpen(String appliesTo) {
        return switch (appliesTo) {
            case "NEW_APPLICATIONS" -> false;
            case "ALL_OPEN_APPLICATIONS" -> true;
            default -> throw new RejectedEvent("appliesTo is neither NEW_APPLICATIONS nor ALL_OPEN_APPLICATIONS");
        };
    }

    private static @Nullable TestReference test(JsonNode test) {
        if (test.isNull() || test.isMissingNode()) {
            return null;
        }
        return new TestReference(EventData.text(test, "id"), (int) EventData.whole(test, "version", Integer.MAX_VALUE));
    }

    /** The sections whose right answers some MIN_RIGHT gate counts (decision-semantics.md, section 5). */
    private static Set<String> countedSections(JsonNode rubric) {
        if (!rubric.isObject()) {
            throw new RejectedEvent("rubric is no object");
        }
        Set<String> sections = new HashSet<>();
        for (JsonNode gate : rubric.path("gates")) {
            if ("MIN_RIGHT".equals(gate.path("type").textValue())) {
                for (JsonNode section : gate.path("sections")) {
                    if (section.textValue() == null) {
                        throw new RejectedEvent("a gate's section is no text");
                    }
                    sections.add(section.textValue());
                }
            }
        }
        return sections;
    }
}
