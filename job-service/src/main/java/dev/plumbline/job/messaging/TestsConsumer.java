package dev.plumbline.job.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.app.RecordTestPublished;
import dev.plumbline.job.domain.TestReference;
import dev.plumbline.job.domain.TestVersion;
import dev.plumbline.job.domain.TestVersion.Section;
import dev.plumbline.kit.inbox.BatchHandler;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.Inbox;
import dev.plumbline.kit.inbox.RejectedEvent;
import dev.plumbline.kit.inbox.TopicConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of published tests, on {@code plumbline.tests.v1}. Other types, and fields that are not used, are ignored. */
@ApplicationScoped
class TestsConsumer implements TopicConsumer {
    private static final String PUBLISHED = "dev.plumbline.test.published.v1";

    private final Inbox inbox;
    private final RecordTestPublished recordTestPublished;

    TestsConsumer(Inbox inbox, RecordTestPublished recordTestPublished) {
        this.inbox = inbox;
        this.recordTestPublished = recordTestPublished;
    }

    @Override
    public Set<String> topics() {
        return Set.of("plumbline.tests.v1");
    }

    @Override
    public BatchHandler handler() {
        return inbox.oneByOne(this::handle);
    }

    @Incoming("tests")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(records, this::handle);
    }

    private void handle(InboundEvent event) {
        if (event.type().equals(PUBLISHED)) {
            TestVersion test = read(event.data());
            if (!test.reference().id().equals(event.subject())) {
                throw new RejectedEvent("testId is not the subject");
            }
            recordTestPublished.record(test);
        }
    }

    private static TestVersion read(JsonNode data) {
        JsonNode sections = data.path("sections");
        if (!sections.isArray()) {
            throw new RejectedEvent("/sections is not an array");
        }
        List<Section> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < sections.size(); i++) {
            String at = "/sections/" + i;
            Section section =
                    new Section(text(sections.get(i), at, "section"), whole(sections.get(i), at, "questions", 0));
            if (!names.add(section.section())) {
                throw new RejectedEvent(at + "/section comes twice");
            }
            read.add(section);
        }
        return new TestVersion(
                new TestReference(text(data, "", "testId"), whole(data, "", "version", 1)),
                whole(data, "", "revision", 1),
                read);
    }

    private static String text(JsonNode object, String at, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new RejectedEvent(at + "/" + field + " is not a name");
        }
        return value.textValue();
    }

    private static int whole(JsonNode object, String at, String field, int least) {
        JsonNode value = object.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least) {
            throw new RejectedEvent(at + "/" + field + " is not a whole number from " + least);
        }
        return value.intValue();
    }
}
