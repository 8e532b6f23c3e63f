package dev.plumbline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.benchmarks.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final int APPLICATIONS = 20;
    private static final int SCORES = 2_000;

    private final ShippedJob job = read();

    private static ShippedJob read() {
        try {
            return ShippedJob.read(Project.root());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Event> everything(long seed) {
        Workload workload = new Workload(job, APPLICATIONS, seed);
        List<Event> events = new ArrayList<>(List.of(workload.jobPublished()));
        for (int i = 0; i < APPLICATIONS; i++) {
            events.addAll(workload.factsInPlace(i));
        }
        for (int i = 0; i < SCORES; i++) {
            events.add(workload.nextScore());
        }
        return events;
    }

    private static String text(Event event) {
        return event.kind() + " " + event.id() + " " + event.key() + " "
                + new String(event.data(), StandardCharsets.UTF_8);
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() {
        List<String> first = everything(7).stream().map(WorkloadTest::text).toList();
        assertThat(everything(7).stream().map(WorkloadTest::text).toList()).isEqualTo(first);
        assertThat(everything(8).stream().map(WorkloadTest::text).toList()).isNotEqualTo(first);
    }

    @Test
    void every_application_has_its_facts_in_place() {
        Workload workload = new Workload(job, APPLICATIONS, 1);
        assertThat(workload.factsInPlace(3))
                .hasSize(Workload.FACTS_IN_PLACE)
                .allMatch(event -> event.key().equals(workload.application(3).toString()));
    }

    @Test
    void every_score_differs_from_the_one_before_and_has_a_higher_revision() throws IOException {
        Map<String, JsonNode> latest = new HashMap<>();
        ObjectMapper mapper = new ObjectMapper();
        for (Event event : everything(3)) {
            JsonNode data = mapper.readTree(event.data());
            String identity =
                    event.kind() + event.key() + data.path("section") + data.path("question") + data.path("rater");
            JsonNode before = latest.put(identity, data);
            if (before != null) {
                assertThat(data.path("revision").asLong())
                        .isGreaterThan(before.path("revision").asLong());
                assertThat(data.path("earned").toString() + data.path("rating"))
                        .isNotEqualTo(before.path("earned").toString() + before.path("rating"));
            }
        }
        assertThat(latest).hasSizeGreaterThan(APPLICATIONS * Workload.FACTS_IN_PLACE);
    }

    @Test
    void scores_reach_every_application_and_every_identity() {
        Workload workload = new Workload(job, APPLICATIONS, 1);
        Set<String> keys = new HashSet<>();
        Set<Event.Kind> kinds = new HashSet<>();
        for (int i = 0; i < SCORES; i++) {
            Event score = workload.nextScore();
            keys.add(score.key());
            kinds.add(score.kind());
        }
        assertThat(keys).hasSize(APPLICATIONS);
        assertThat(kinds).containsExactlyInAnyOrder(Event.Kind.SECTION_SCORED, Event.Kind.QUESTION_RATED);
    }

    @Test
    void event_ids_are_distinct_and_of_version_7() {
        List<Event> events = everything(1);
        assertThat(events.stream().map(Event::id).distinct()).hasSameSizeAs(events);
        assertThat(events)
                .allMatch(event -> event.id().version() == 7 && event.id().variant() == 2);
    }

    @Test
    void a_record_is_a_CloudEvent_in_binary_mode() {
        Workload workload = new Workload(job, 1, 1);
        Event event = workload.factsInPlace(0).getFirst();
        ProducerRecord<byte[], byte[]> record = event.toRecord(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(record.topic()).isEqualTo("plumbline.applications.v1");
        assertThat(record.key()).asString().isEqualTo(event.key());
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(it -> headers.put(it.key(), new String(it.value(), StandardCharsets.UTF_8)));
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", event.id().toString())
                .containsEntry("ce_source", "/plumbline/job-service")
                .containsEntry("ce_type", "dev.plumbline.application.submitted.v1")
                .containsEntry("ce_subject", event.key())
                .containsEntry("ce_time", "2026-01-02T03:04:05Z")
                .containsEntry("content-type", "application/json");
    }
}
