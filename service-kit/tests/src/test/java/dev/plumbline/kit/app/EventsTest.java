package dev.plumbline.kit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class EventsTest {
    private static final String SENDER = "/plumbline/sender";

    @Inject
    Things things;

    @Inject
    Outbox outbox;

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private static OutboxEvent event(String key, int n) {
        return new OutboxEvent("things.v1", key, "thing.counted", Map.of("n", n));
    }

    private static ProducerRecord<String, byte[]> incoming(String key, String json) {
        return TestKafka.event("incoming.v1", key, "thing.came", SENDER, fresh(), json);
    }

    private String note(String id) {
        return String.join(",", things.query("select note from thing where id = '" + id + "'"));
    }

    @Test
    void an_event_is_a_cloud_event_in_binary_mode() {
        String key = fresh();
        UUID id = QuarkusTransaction.requiringNew().call(() -> outbox.append(event(key, 1)));
        try (TopicReader reader = TestKafka.reader("things.v1")) {
            ReceivedEvent event = reader.awaitEvent(e -> e.key().equals(key));
            assertThat(event.id()).isEqualTo(id.toString());
            assertThat(event.source()).isEqualTo("/plumbline/kit-test");
            assertThat(event.type()).isEqualTo("thing.counted");
            assertThat(event.subject()).isEqualTo(key);
            assertThat(event.header("ce_specversion")).contains("1.0");
            assertThat(event.header("content-type")).contains("application/json");
            assertThat(event.text()).isEqualTo("{\"n\":1}");
            // By the broker's clock: this service's may be wrong.
            assertThat(event.record().timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
        }
    }

    @Test
    void events_of_one_key_keep_their_order_under_load() {
        List<String> keys = IntStream.range(0, 5).mapToObj(i -> fresh()).toList();
        for (int n = 0; n < 100; n++) {
            int number = n;
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.appendAll(
                            keys.stream().map(k -> event(k, number)).toList()));
        }
        try (TopicReader reader = TestKafka.reader("things.v1")) {
            List<ReceivedEvent> all = reader.await(
                    es -> es.stream().filter(e -> keys.contains(e.key())).count() >= 500);
            for (String key : keys) {
                assertThat(all.stream()
                                .filter(e -> e.key().equals(key))
                                .map(e -> e.data().get("n").intValue()))
                        .containsExactlyElementsOf(
                                IntStream.range(0, 100).boxed().toList());
            }
        }
    }

    @Test
    void what_is_rolled_back_is_never_published_and_what_commits_late_is() {
        String rolledBack = fresh();
        String late = fresh();
        String early = fresh();
        CompletableFuture<Void> lateIsInserted = new CompletableFuture<>();
        CompletableFuture<Void> earlyIsPublished = new CompletableFuture<>();
        CompletableFuture<Void> lateCommit = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    outbox.append(event(late, 1));
                    lateIsInserted.complete(null);
                    earlyIsPublished.join();
                }));
        lateIsInserted.join();
        QuarkusTransaction.begin();
        outbox.append(event(rolledBack, 1));
        QuarkusTransaction.rollback();
        QuarkusTransaction.requiringNew().run(() -> outbox.append(event(early, 1)));
        try (TopicReader reader = TestKafka.reader("things.v1")) {
            reader.awaitEvent(e -> e.key().equals(early));
            earlyIsPublished.complete(null);
            lateCommit.join();
            reader.awaitEvent(e -> e.key().equals(late));
            assertThat(reader.events()).noneMatch(e -> e.key().equals(rolledBack));
        }
        await().until(() -> things.query("select id from outbox").isEmpty());
    }

    @Test
    void an_event_outside_a_transaction_is_refused() {
        assertThatIllegalStateException().isThrownBy(() -> outbox.append(event("k", 1)));
    }

    @Test
    void a_poison_record_is_set_aside_with_its_reason_and_the_rest_go_on() {
        String id = fresh();
        List<ProducerRecord<String, byte[]>> batch = new ArrayList<>();
        batch.add(incoming(id, "{\"revision\": 1, \"note\": \"first\"}"));
        batch.add(incoming(id, "not json"));
        batch.add(incoming(id, "{\"revision\": 2}"));
        batch.add(TestKafka.event(
                "incoming.v1", id, "thing.came", "/plumbline/forger", fresh(), "{\"revision\": 9, \"note\": \"x\"}"));
        batch.add(TestKafka.raw("incoming.v1", id, Map.of(), "bare".getBytes(StandardCharsets.UTF_8)));
        batch.add(incoming(id, "{\"revision\": 3, \"note\": \"unexpected\"}"));
        batch.add(incoming(id, "{\"revision\": 4, \"note\": \"last\"}"));
        TestKafka.publish(batch);

        await().until(() -> note(id).equals("last"));
        try (TopicReader reader = TestKafka.reader("plumbline.kit-test.dead-letters.v1")) {
            List<ReceivedEvent> letters = reader.await(
                    es -> es.stream().filter(e -> id.equals(e.key())).count() >= 5);
            assertThat(letters.stream()
                            .filter(e -> id.equals(e.key()))
                            .map(e -> e.header("dead-letter-reason").orElseThrow()))
                    .containsExactlyInAnyOrder(
                            "the data is not well-formed JSON",
                            "note is missing",
                            "the source is not the topic's owner " + SENDER,
                            "the header ce_specversion is missing",
                            "the service failed on it: IllegalStateException");
            ReceivedEvent bare = letters.stream()
                    .filter(e -> id.equals(e.key()) && e.text().equals("bare"))
                    .findFirst()
                    .orElseThrow();
            assertThat(bare.header("dead-letter-topic")).contains("incoming.v1");
            assertThat(bare.header("ce_id")).isEmpty();
        }
    }

    @Test
    void what_breaks_a_constraint_is_not_told_to_the_log() {
        String id = fresh();
        assertThatIllegalStateException()
                .isThrownBy(() -> things.store(id, 1, "unexpected"))
                .satisfies(e -> assertThat(e.toString())
                        .contains("thing_note_check")
                        .doesNotContain(id)
                        .doesNotContain("unexpected"));
    }

    @Test
    void any_order_and_any_duplicate_end_at_the_highest_revision() {
        String id = fresh();
        ProducerRecord<String, byte[]> second = incoming(id, "{\"revision\": 2, \"note\": \"second\"}");
        ProducerRecord<String, byte[]> first = incoming(id, "{\"revision\": 1, \"note\": \"first\"}");
        TestKafka.publish(List.of(second, first, second, first));
        TestKafka.awaitNoLag("kit-test", "incoming.v1");
        assertThat(note(id)).isEqualTo("second");
    }

    @Test
    void a_failure_of_the_infrastructure_is_waited_out() {
        String id = fresh();
        ThingConsumer.OUTAGES.set(3);
        TestKafka.publish(List.of(incoming(id, "{\"revision\": 1, \"note\": \"after the outage\"}")));
        await().until(() -> note(id).equals("after the outage"));
        assertThat(things.query("select reason from dead_letter where record_key = convert_to('" + id + "', 'UTF8')"))
                .isEmpty();
    }
}
