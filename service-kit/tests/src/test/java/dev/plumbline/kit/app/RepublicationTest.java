package dev.plumbline.kit.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import dev.plumbline.kit.outbox.Republication;
import dev.plumbline.kit.outbox.Republication.Status;
import dev.plumbline.kit.outbox.Republications;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
    /** One of whose events cannot be written. */
    private static final String STUCK = "stuck.v1";

    private static final String PATH = "/v1/operations/republications";

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

    /** One that was asked for long ago, so that it begins now. */
    private Republication overdue(String topic) {
        republications.prepare(topic);
        Republication requested = republications.request(topic);
        begin(requested.id());
        return requested;
    }

    private void begin(UUID id) {
        things.update("update republication set requested_at = now() - interval '1 hour' where id = '" + id + "'");
        republications.wake();
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
        Republication requested = overdue(TOPIC);
        Republication again = whole(requested.id());

        assertThat(requested.status()).isEqualTo(Status.RUNNING);
        assertThat(again.status()).isEqualTo(Status.FINISHED);
        assertThat(again.keptSince())
                .isEqualTo(requested.keptSince())
                .isBeforeOrEqualTo(again.requestedAt().plus(1, ChronoUnit.HOURS));

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
        whole(overdue(REPEATED).id());
        await().until(() -> things.query("select id from outbox").isEmpty());
        assertThat(content(REPEATED).values().stream().flatMap(List::stream).filter(event -> event.startsWith("late ")))
                .isNotEmpty();
    }

    @Test
    void two_who_ask_at_once_get_one_republication() {
        publish(REPEATED, 1);
        List<UUID> ids = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> republications.request(REPEATED).id())
                .toList();
        assertThat(ids).containsOnly(ids.getFirst());
        begin(ids.getFirst());
        whole(ids.getFirst());
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

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.of("olga", "operator")).contentType("application/json");
    }

    @Test
    void what_cannot_be_written_again_holds_up_nothing_else_and_can_be_ended() {
        // More than the topic takes, however well it is packed.
        things.update("insert into published_event (id, topic, headers, payload, written_at) select 1, '" + STUCK
                + "', '[]', decode(string_agg(md5(n::text), ''), 'hex'), '2026-01-01T00:00:00Z'"
                + " from generate_series(1, 100000) as n");
        UUID stuck = overdue(STUCK).id();
        await().until(() -> republications.find(stuck).failure() != null);
        operator()
                .get(PATH + "/" + stuck)
                .then()
                .statusCode(200)
                .body("status", equalTo("RUNNING"))
                .body("failure", startsWith("RecordTooLargeException"))
                .body("nextTryAt", notNullValue())
                .body("published", equalTo(0))
                .body("keptSince", equalTo("2026-01-01T00:00:00Z"))
                .body("finishedAt", nullValue());

        publish(TOPIC, 1);
        Republication other = whole(overdue(REPEATED).id());
        assertThat(other.status()).isEqualTo(Status.FINISHED);

        assertThat(republications.find(stuck).status()).isEqualTo(Status.RUNNING);
        for (int times = 0; times < 2; times++) {
            operator()
                    .post(PATH + "/" + stuck + "/cancel")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("CANCELLED"))
                    .body("cancelledBy", equalTo("olga"))
                    .body("failure", nullValue());
        }
        operator()
                .post(PATH + "/" + other.id() + "/cancel")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/republication-has-finished"));
        operator().post(PATH + "/" + UUID.randomUUID() + "/cancel").then().statusCode(404);
        String next = operator()
                .get(PATH + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(other.id().toString())))
                .extract()
                .path("next");
        operator()
                .get(PATH + "?limit=1&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(stuck.toString())));
        // One that was ended is begun anew where somebody asks again.
        assertThat(republications.request(STUCK).id()).isNotEqualTo(stuck);
        republications.cancel(republications.request(STUCK).id(), "olga");
    }

    @Test
    void the_same_key_asks_once() {
        String key = UUID.randomUUID().toString();
        List<String> locations = new ArrayList<>();
        for (int times = 0; times < 2; times++) {
            locations.add(operator()
                    .header("Idempotency-Key", key)
                    .body("{\"topic\": \"" + REPEATED + "\"}")
                    .post(PATH)
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location"));
            // Without the key, a second one would be begun.
            UUID id = UUID.fromString(
                    locations.getFirst().substring(locations.getFirst().lastIndexOf('/') + 1));
            begin(id);
            whole(id);
        }
        assertThat(locations.getLast()).isEqualTo(locations.getFirst());
        operator()
                .header("Idempotency-Key", key)
                .body("{\"topic\": \"" + TOPIC + "\"}")
                .post(PATH)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void a_topic_whose_events_are_not_kept_cannot_be_written_again() {
        publish("things.v1", 1);
        assertThat(things.query("select id from published_event where topic = 'things.v1'"))
                .isEmpty();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> republications.prepare("things.v1"));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> republications.find(UUID.randomUUID()));
    }
}
