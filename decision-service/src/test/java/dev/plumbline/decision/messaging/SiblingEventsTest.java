package dev.plumbline.decision.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.json.ExactJson;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.Example;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that the other services commit of their events: each of them is read, for ever. */
class SiblingEventsTest {
    private static final Set<String> NO_FACT = Set.of("dev.plumbline.application.erased.v1");
    private static final Set<String> OWN_VERDICTS =
            Set.of("dev.plumbline.decision.verdict-recorded.v1", "dev.plumbline.decision.verdict-stale.v1");

    static Stream<Example> facts() {
        List<Example> examples = new ArrayList<>();
        for (String service : List.of("job-service", "assessment-service", "interview-service")) {
            Contracts.typesOf(service).stream()
                    .filter(type -> !type.startsWith("dev.plumbline.job.") && !type.startsWith("dev.plumbline.test."))
                    .filter(type -> !NO_FACT.contains(type))
                    .forEach(type -> examples.addAll(Contracts.examplesOf(service, type)));
        }
        examples.addAll(Contracts.examplesOf("decision-service", "dev.plumbline.decision.waiver-changed.v1"));
        return examples.stream();
    }

    static Stream<Example> jobs() {
        return Contracts.typesOf("job-service").stream()
                .filter(type -> type.startsWith("dev.plumbline.job."))
                .flatMap(type -> Contracts.examplesOf("job-service", type).stream());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void every_fact_is_read(Example example) throws IOException {
        assertThat(FactEvents.read(event(example), 0)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void every_rubric_version_is_read(Example example) throws IOException {
        assertThat(JobEvents.read(event(example))).isPresent();
    }

    @Test
    void every_erasure_is_read() throws IOException {
        for (String type : NO_FACT) {
            for (Example example : Contracts.examplesOf("job-service", type)) {
                assertThat(new EventData(event(example).data()).uuid("applicationId"))
                        .isNotNull();
            }
        }
    }

    @Test
    void every_verdict_is_read_back() throws IOException {
        for (String type : OWN_VERDICTS) {
            for (Example example : Contracts.examplesOf("decision-service", type)) {
                assertThat(new EventData(event(example).data()).revision("revision"))
                        .isPositive();
            }
        }
    }

    private static InboundEvent event(Example example) throws IOException {
        JsonNode data = ExactJson.parse(example.json());
        return new InboundEvent(
                "1",
                "source",
                example.type(),
                data.path(data.has("applicationId") ? "applicationId" : "jobId").asText(),
                null,
                null,
                data,
                new ConsumerRecord<>("t", 0, 0, null, null));
    }
}
