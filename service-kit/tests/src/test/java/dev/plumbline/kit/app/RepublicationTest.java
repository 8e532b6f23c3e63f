package dev.plumbline.kit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import dev.plumbline.kit.outbox.Republication;
import dev.plumbline.kit.outbox.Republications;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A topic that was lost is written again from what its owner has kept. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class RepublicationTest {
    private static final String TOPIC = "kept.v1";
    /** Where events come again, so that the other one has each of its own once. */
    private static final String REPEATED = "repeated.v1";

    @Inject
    Outbox outbox;

    @Inject
    Republications republications;

    @Inject
    Things things;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private void publish(String topic, int count) {
        List<String> keys = List.of("a", "b", "c");
        for (int n = 0; n < count; n++) {
            int number = n;
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.appendAll(keys.stream()
                            .map(key -> new OutboxEvent(topic, key, "thing.counted", Map.of("n", number)))
                            .toList()));
        }
        await().until(() -> things.query("select id from outbox").isEmpty());
    }

    private void lose(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.deleteTopics(List.of(topic)).all().get();
            await().until(() -> !admin.listTopics().names().get().contains(topic));
        }
    }

    private Republication whole(UUID id) {
        await().until(() -> republications.find(id).finishedAt() != null);
        return republications.find(id);
    }

    /** Everything of a record but where it lies, each partition in its order. */
    private static Map<Integer, List<String>> content(String topic) {
        return TestKafka.read(topic).stream()
                .collect(Collectors.groupingBy(
                        event -> event.record().partition(),
                        Collectors.mapping(RepublicationTest::content, Collectors.toList())));
    }

    private static String content(ReceivedEvent event) {
        return event.key() + " " + event.headers() + " " + event.text();
    }

    @Test
    void a_topic_that_was_deleted_has_the_same_events_again_in_their_order() throws Exception {
        publish(TOPIC, 40);
        Map<Integer, List<String>> before = content(TOPIC);
        lose(TOPIC);
        Republication requested = republications.request(TOPIC);
        Republication again = whole(requested.id());

        assertThat(again.published())
                .isEqualTo(before.values().stream().mapToInt(List::size).sum())
                .isGreaterThanOrEqualTo(120);
        assertThat(content(TOPIC)).isEqualTo(before);
        // What comes afterwards comes behind them.
        publish(TOPIC, 1);
        Map<Integer, List<String>> after = content(TOPIC);
        before.forEach(
                (partition, events) -> assertThat(after.get(partition)).startsWith(events.toArray(String[]::new)));
        assertThat(after.values().stream().mapToInt(List::size).sum()).isEqualTo(again.published() + 3);
    }

    @Test
    void what_waits_for_the_lost_topic_is_published_once_it_is_there_again() throws Exception {
        publish(REPEATED, 1);
        lose(REPEATED);
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(new OutboxEvent(REPEATED, "late", "thing.counted", Map.of("n", 1))));
        whole(republications.request(REPEATED).id());
        await().until(() -> things.query("select id from outbox").isEmpty());
        assertThat(content(REPEATED).values().stream().flatMap(List::stream).filter(event -> event.startsWith("late ")))
                .isNotEmpty();
    }

    @Test
    void two_who_ask_at_once_get_one_republication() {
        publish(REPEATED, 1);
        List<UUID> ids = IntStream.range(0, 2)
                .parallel()
                .mapToObj(i -> republications.request(REPEATED).id())
                .toList();
        ids.forEach(this::whole);
        assertThat(things.query("select id from republication where finished_at is null"))
                .isEmpty();
    }

    @Test
    void what_follows_from_other_events_is_not_kept() {
        String key = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.appendAll(List.of(
                        new OutboxEvent(REPEATED, key, "thing.reckoned", Map.of("n", 1)),
                        new OutboxEvent(REPEATED, key, "thing.counted", Map.of("n", 2)))));
        await().until(() -> things.query("select id from outbox").isEmpty());
        assertThat(things.query("select convert_from(payload, 'UTF8') from published_event where record_key = '" + key
                        + "'::text::bytea"))
                .containsExactly("{\"n\":2}");
    }

    @Test
    void a_topic_whose_events_are_not_kept_cannot_be_written_again() {
        publish("things.v1", 1);
        assertThat(things.query("select id from published_event where topic = 'things.v1'"))
                .isEmpty();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> republications.request("things.v1"));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> republications.find(UUID.randomUUID()));
    }
}
