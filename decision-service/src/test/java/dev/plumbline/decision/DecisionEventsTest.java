package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class DecisionEventsTest {
    private static final String EVENTS = "/v1/decision-events";
    private static final String CHANGED = "dev.plumbline.decision.changed.v1";
    private static final String WAIVER = "dev.plumbline.decision.waiver-changed.v1";

    private final UUID job = Ids.next();
    private final UUID application = Ids.next();

    @BeforeEach
    void publish_the_job() {
        Published.publishJob(job, Rubrics.CLINIC);
    }

    @Test
    void decisions_come_as_they_are_published() {
        try (EventSource source = EventSource.open(null)) {
            source.awaitComment();
            Published.send(Published.submitted(application, job, 1));

            EventSource.Event event = source.await(application.toString());

            assertThat(event.type()).isEqualTo(CHANGED);
            assertThat(Api.parse(event.data()).path("number").asInt()).isEqualTo(1);
            assertThat(event.id()).matches("[0-9a-f]{8}-\\d+(\\.\\d+)*");
            assertThat(source.retry()).isEqualTo("2000");
        }
    }

    @Test
    void a_stream_that_broke_off_goes_on_behind_the_last_event() {
        String lastId;
        try (EventSource source = EventSource.open(null)) {
            source.awaitComment();
            Published.send(Published.submitted(application, job, 1));
            lastId = source.await(application.toString()).id();
        }
        for (int i = 1; i <= 3; i++) {
            Published.send(Published.section(application, "hard", i, 80 + i));
            Api.awaitNumber(application, i + 1);
        }

        try (EventSource source = EventSource.open(lastId)) {
            assertThat(numbers(source.await(application.toString(), 3))).containsExactly(2, 3, 4);
        }
    }

    @Test
    void a_position_before_everything_gives_everything() {
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);

        try (EventSource source = EventSource.open("0")) {
            assertThat(source.await(application.toString()).data()).contains("\"number\":1");
        }
    }

    @Test
    void filters_combine_and_an_event_without_a_job_is_found_by_its_application() {
        UUID otherJob = Ids.next();
        UUID otherApplication = Ids.next();
        Published.publishJob(otherJob, Rubrics.CLINIC);
        try (EventSource ofJob = EventSource.open("?jobId=" + job, null);
                EventSource waivers = EventSource.open("?type=" + WAIVER + "&jobId=" + otherJob, null);
                EventSource ofOne = EventSource.open("?applicationId=" + otherApplication, null)) {
            for (EventSource source : List.of(ofJob, waivers, ofOne)) {
                source.awaitComment();
            }
            Published.send(
                    Published.submitted(application, job, 1), Published.submitted(otherApplication, otherJob, 1));
            waive(application);
            waive(otherApplication);

            assertThat(types(ofJob.await(application.toString(), 3)))
                    .containsExactlyInAnyOrder(CHANGED, WAIVER, CHANGED);
            assertThat(types(ofOne.await(otherApplication.toString(), 3)))
                    .containsExactlyInAnyOrder(CHANGED, WAIVER, CHANGED);
            assertThat(waivers.await(otherApplication.toString()).type()).isEqualTo(WAIVER);
            assertThat(ofJob.events()).noneMatch(event -> event.data().contains(otherApplication.toString()));
            assertThat(ofOne.events()).hasSize(3);
            assertThat(waivers.events()).hasSize(1);
        }
    }

    @Test
    void a_reader_of_nothing_hears_where_it_stands() {
        try (EventSource source = EventSource.open("?jobId=" + Ids.next(), null)) {
            source.awaitComment();
            Published.send(Published.submitted(application, job, 1));
            Api.awaitNumber(application, 1);
            try (EventSource all = EventSource.open(null)) {
                all.awaitComment();
                Awaitility.await("the same position")
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> source.lastId().equals(all.lastId()));
            }
            assertThat(source.events()).isEmpty();
            source.awaitComments(3);
        }
    }

    @Test
    void the_stream_ends_with_the_token() {
        // In whole seconds: it lasts for one or two.
        Instant end = Instant.now().plusSeconds(2);
        try (EventSource source = EventSource.open("", null, Tokens.validUntil(end, "ats", "integration"))) {
            List<String> comments = source.awaitEnd();

            assertThat(comments).startsWith("here").endsWith("the token has expired", "whole");
            assertThat(Instant.now()).isBetween(end.minusSeconds(1), end.plusSeconds(3));
        }
    }

    @Test
    void who_does_not_read_is_cut_off_and_disturbs_nobody() {
        String before;
        try (EventSource source = EventSource.open(null)) {
            source.awaitComment();
            Awaitility.await().until(() -> !source.lastId().isEmpty());
            before = source.lastId();
        }
        String large = "{\"padding\": \"" + "x".repeat(100_000) + "\"}";
        try (EventSource reading = EventSource.open("?jobId=" + job, before);
                RawClient asleep = RawClient.get(EVENTS, "text/event-stream", Map.of("Last-Event-ID", before))) {
            assertThat(asleep.readSome()).startsWith("HTTP/1.1 200");
            TestKafka.publish(java.util.Collections.nCopies(
                    140,
                    TestKafka.event(
                            Published.DECISIONS,
                            "nobody",
                            "dev.plumbline.test.padding.v1",
                            "/plumbline/decision-service",
                            "padding",
                            large)));
            Published.send(Published.submitted(application, job, 1));

            assertThat(reading.await(application.toString()).type()).isEqualTo(CHANGED);
            awaitCutOff();
            assertThat(asleep.readToEnd().whole()).isFalse();
        }
        try (EventSource again = EventSource.open("?applicationId=" + application, before)) {
            assertThat(again.await(application.toString()).type()).isEqualTo(CHANGED);
        }
    }

    private static void awaitCutOff() {
        Awaitility.await("the sleeping reader is cut off")
                .atMost(Duration.ofSeconds(20))
                .until(() -> metric("plumbline_decision_events_cut_off_total") > 0);
    }

    @Test
    void a_look_at_the_head_takes_no_place() {
        Api.as("integration").accept("text/event-stream").head(EVENTS).then().statusCode(200);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> metric("plumbline_decision_events_readers") == 0);
    }

    private static double metric(String name) {
        return Api.as("operator")
                .accept("text/plain")
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1,2", "-1", "1..2", "0.0", "99999999999999999999", "0a1b2c3d-1.-1", "0a1b2c3d-"})
    void refuses_an_id_that_it_never_gave(String id) {
        Api.as("integration")
                .header("Last-Event-ID", id)
                .get(EVENTS)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("errors.pointer", equalTo(List.of("/Last-Event-ID")));
    }

    @Test
    void says_so_where_a_position_is_of_another_topic() {
        Api.as("integration")
                .header("Last-Event-ID", "00000000-1.2.3")
                .get(EVENTS)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/position-lost"));
    }

    @Test
    void names_every_fault_of_the_filters() {
        Api.as("integration")
                .get(EVENTS + "?jobId=7&applicationId=&type=changed&job=" + job)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/jobId", "/applicationId", "/type", "/job"));
    }

    private static void waive(UUID application) {
        Api.awaitNumber(application, 1);
        Api.as("hiring-manager")
                .body("{\"node\": \"soft\", \"reason\": \"ACCOMMODATION\"}")
                .post("/v1/applications/{id}/waivers", application)
                .then()
                .statusCode(201);
    }

    private static List<String> types(List<EventSource.Event> events) {
        return events.stream().map(EventSource.Event::type).toList();
    }

    private static List<Integer> numbers(List<EventSource.Event> events) {
        return events.stream()
                .map(event -> Api.parse(event.data()).path("number").asInt())
                .toList();
    }
}
