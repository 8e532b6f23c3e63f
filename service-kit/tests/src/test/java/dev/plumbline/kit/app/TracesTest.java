package dev.plumbline.kit.app;

import static dev.plumbline.kit.app.ThingCalls.fresh;
import static dev.plumbline.kit.app.ThingCalls.maker;
import static dev.plumbline.kit.app.ThingCalls.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** A trace goes on where HTTP ends, if somebody wants to see it; its name goes on in any case. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class TracesTest {
    private static final String CALLER = "00f067aa0ba902b7";

    @Inject
    SeenSpans spans;

    @Inject
    Outbox outbox;

    private final String trace = fresh().replace("-", "");

    private String traceparent(String flags) {
        return "00-" + trace + "-" + CALLER + "-" + flags;
    }

    private SpanData seen(SpanKind kind) {
        return await().until(
                        () -> spans.of(trace).stream()
                                .filter(span -> span.getKind() == kind)
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private static ReceivedEvent published(String key) {
        try (TopicReader reader = TestKafka.reader("things.v1")) {
            return reader.awaitEvent(event -> event.key().equals(key));
        }
    }

    private static void send(String key, String note, String traceparent) {
        ProducerRecord<String, byte[]> record = TestKafka.event(
                "incoming.v1",
                key,
                "thing.came",
                "/plumbline/sender",
                fresh(),
                "{\"revision\": 1, \"note\": \"%s\"}".formatted(note));
        record.headers().remove("ce_traceparent").add("ce_traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        TestKafka.publish(List.of(record));
    }

    @Test
    void an_event_is_part_of_the_trace_of_the_call_that_led_to_it() {
        String id = fresh();
        maker().header("traceparent", traceparent("01"))
                .header("Idempotency-Key", id)
                .body(thing(id, "n"))
                .post("/v1/things")
                .then()
                .statusCode(201);

        SpanData call = seen(SpanKind.SERVER);
        assertThat(call.getParentSpanId()).isEqualTo(CALLER);
        assertThat(published(id).header("traceparent")).contains("00-" + trace + "-" + call.getSpanId() + "-01");
        SpanData publishing = seen(SpanKind.PRODUCER);
        assertThat(publishing.getName()).isEqualTo("publish things.v1");
        assertThat(publishing.getParentSpanId()).isEqualTo(call.getSpanId());
    }

    @Test
    void what_comes_of_an_event_is_part_of_its_trace() {
        String id = fresh();
        send(id, ThingConsumer.TRACED, traceparent("01"));

        SpanData taking = seen(SpanKind.CONSUMER);
        assertThat(taking.getName()).isEqualTo("process incoming.v1");
        assertThat(taking.getParentSpanId()).isEqualTo(CALLER);
        assertThat(published(id).header("traceparent")).contains("00-" + trace + "-" + taking.getSpanId() + "-01");
    }

    @Test
    void a_trace_that_nobody_wants_to_see_is_passed_on_as_it_came() {
        String id = fresh();
        send(id, ThingConsumer.TRACED, traceparent("00"));

        assertThat(published(id).header("traceparent")).contains(traceparent("00"));
        assertThat(spans.of(trace)).isEmpty();
    }

    @Test
    void what_no_call_began_begins_a_trace_that_nobody_has_asked_for() {
        String key = fresh();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(new OutboxEvent("things.v1", key, "thing.counted", Map.of("n", 1))));

        assertThat(published(key).header("traceparent").orElseThrow())
                .matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-00");
    }

    @Test
    void a_traceparent_that_is_none_is_not_passed_on() {
        String id = fresh();
        send(id, ThingConsumer.TRACED, "whatever somebody writes");

        assertThat(published(id).header("traceparent").orElseThrow()).startsWith("00-");
    }

    @Test
    void a_span_does_not_hold_what_a_caller_has_put_into_its_call() {
        String stranger = "stranger" + fresh();
        maker().header("traceparent", traceparent("01"))
                .header("User-Agent", stranger)
                .get("/v1/" + stranger + "?" + stranger + "=" + stranger)
                .then()
                .statusCode(404);
        maker().header("traceparent", traceparent("01"))
                .get("/v1/things?limit=" + stranger)
                .then()
                .statusCode(422);

        await().until(() -> spans.of(trace).size() >= 2);
        assertThat(spans.of(trace))
                .allSatisfy(span -> assertThat(span.toString()).doesNotContain(stranger, "127.0.0.1"));
        assertThat(spans.all())
                .flatExtracting(span -> span.getAttributes().asMap().values())
                .doesNotContain("/v1/" + stranger);
    }
}
