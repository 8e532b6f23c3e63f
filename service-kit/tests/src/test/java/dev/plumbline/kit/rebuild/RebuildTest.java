package dev.plumbline.kit.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.kit.app.ThingConsumer;
import dev.plumbline.kit.app.Things;
import dev.plumbline.kit.metrics.ConsumerLag;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rebuilds of a service that keeps what it reads, and cannot compare it. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class RebuildTest {
    private static final String PATH = "/v1/operations/rebuilds";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Things things;

    @Inject
    RebuildTable table;

    @Inject
    AgroalDataSource dataSource;

    @AfterEach
    void end_all() {
        things.update("delete from rebuild");
        things.update("delete from rebuild_partition");
        things.update("delete from rebuild_difference");
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.of("olga", "operator")).contentType("application/json");
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private static ProducerRecord<String, byte[]> thing(String id, int revision, String note) {
        return TestKafka.event(
                "incoming.v1",
                id,
                "thing.came",
                "/plumbline/sender",
                fresh(),
                "{\"revision\": " + revision + ", \"note\": \"" + note + "\"}");
    }

    private String note(String id) {
        return String.join(",", things.query("select note from thing where id = '" + id + "'"));
    }

    private static Response start() {
        return operator().post(PATH);
    }

    private static void awaitFinished(String location) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> operator().get(location).then().statusCode(200).body("status", equalTo("FINISHED")));
    }

    /** Where the test's requests go: behind a gateway that takes the prefix off. */
    private static String location(Response started) {
        return started.header("Location").substring("/kit".length());
    }

    @Test
    void what_is_lost_is_there_again_and_nothing_is_set_aside_twice() {
        String poison = fresh();
        List<String> ids = IntStream.range(0, 20).mapToObj(i -> fresh()).toList();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        records.add(TestKafka.event("incoming.v1", poison, "thing.came", "/plumbline/sender", fresh(), "{}"));
        ids.forEach(id -> {
            records.add(thing(id, 2, "second"));
            records.add(thing(id, 1, "first"));
        });
        String passing = fresh();
        records.add(TestKafka.event(
                "incoming.v1",
                passing,
                ThingConsumer.PASSING,
                "/plumbline/sender",
                fresh(),
                "{\"revision\": 1, \"note\": \"passed\"}"));
        TestKafka.publish(records);
        TestKafka.awaitNoLag("kit-test", "incoming.v1");
        assertThat(note(passing)).isEqualTo("passed");
        things.update("delete from thing where id = '" + passing + "'");
        things.update("delete from thing where id in ('" + String.join("','", ids.subList(0, 10)) + "')");
        things.update("update thing set revision = 1, note = 'first' where id = '" + ids.get(10) + "'");
        String letters = "select count(*) from dead_letter where record_key = convert_to('" + poison + "', 'UTF8')";

        Response started = start();

        started.then()
                .statusCode(202)
                .body("status", equalTo("RUNNING"))
                .body("startedBy", equalTo("olga"))
                .body("endedAt", nullValue())
                .body("partitions", hasSize(2));
        awaitFinished(location(started));
        ids.forEach(id -> assertThat(note(id)).isEqualTo("second"));
        // What its headers say is not kept is not taken once more.
        assertThat(note(passing)).isEmpty();
        assertThat(things.query(letters)).containsExactly("1");
        Response ended = operator().get(location(started));
        ended.then()
                .body("endedAt", notNullValue())
                .body("compared", nullValue())
                .body("differing", nullValue());
        assertThat(ended.jsonPath().getLong("read"))
                .isEqualTo(ended.jsonPath().getLong("toRead"))
                .isGreaterThanOrEqualTo(records.size());
        assertThat(ended.jsonPath().getList("partitions.read"))
                .isEqualTo(ended.jsonPath().getList("partitions.toRead"));
    }

    /** One that another instance, which is not there, has for so long. */
    private UUID runsElsewhere(String until) {
        UUID id = UUID.randomUUID();
        things.update("insert into rebuild (id, status, started_by, claimed_by, claimed_until) values ('" + id
                + "', 'RUNNING', 'otto', '" + fresh() + "', now() + interval '" + until + "')");
        return id;
    }

    @Test
    void one_runs_at_a_time_and_can_be_cancelled() {
        UUID first = runsElsewhere("1 hour");

        start().then().statusCode(409).body("type", equalTo("/problems/rebuild-under-way"));
        operator().get(PATH + "/" + first).then().statusCode(200).body("status", equalTo("RUNNING"));
        for (int times = 1; times <= 2; times++) {
            operator()
                    .post(PATH + "/" + first + "/cancel")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("CANCELLED"))
                    .body("endedBy", equalTo("olga"));
        }
        Response second = start();
        second.then().statusCode(202);
        awaitFinished(location(second));

        operator()
                .post(location(second) + "/cancel")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/rebuild-has-finished"));
        operator()
                .get(PATH + "?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", notNullValue());
    }

    @Test
    void the_same_key_starts_one() {
        String key = fresh();
        Response first = operator().header("Idempotency-Key", key).post(PATH);
        Response again = operator().header("Idempotency-Key", key).post(PATH);

        first.then().statusCode(202);
        again.then().statusCode(202).header("Location", equalTo(first.header("Location")));
        awaitFinished(location(first));
    }

    @Test
    void an_instance_that_died_leaves_it_to_another_which_goes_on_behind_what_was_read() {
        String lost = fresh();
        String taken = fresh();
        var place = TestKafka.publish(thing(taken, 1, "taken"));
        int partition = place.partition();
        // Of another key the partition may be another one: until it is the same.
        var later = TestKafka.publish(new ProducerRecord<>(
                "incoming.v1",
                partition,
                lost,
                thing(lost, 1, "lost").value(),
                thing(lost, 1, "lost").headers()));
        TestKafka.awaitNoLag("kit-test", "incoming.v1");
        things.update("delete from thing where id in ('" + lost + "', '" + taken + "')");
        UUID id = runsElsewhere("-1 second");
        things.update("insert into rebuild_partition values ('" + id + "', 'incoming.v1', " + partition + ", "
                + later.offset() + ", " + (later.offset() + 1) + ")");

        awaitFinished(PATH + "/" + id);

        assertThat(note(lost)).isEqualTo("lost");
        assertThat(note(taken)).isEmpty();
    }

    @Test
    void instances_do_not_get_in_each_other_s_way() {
        UUID id = runsElsewhere("1 hour");
        assertThat(table.claim(UUID.randomUUID(), Duration.ofSeconds(1))).isEmpty();

        UUID other = UUID.randomUUID();
        things.update("update rebuild set claimed_by = '" + other + "' where id = '" + id + "'");
        assertThat(table.claim(other, Duration.ofHours(1))).map(Rebuild::id).contains(id);
    }

    /** Who holds a connection while waiting for another one waits for ever, once as many do so as there are. */
    @Test
    void whatever_is_asked_takes_one_connection_and_one_statement() {
        UUID running = runsElsewhere("1 hour");
        UUID ended = UUID.randomUUID();
        things.update("insert into rebuild (id, status, started_by) values ('" + ended + "', 'FINISHED', 'otto')");
        for (UUID id : List.of(running, ended)) {
            things.update("insert into rebuild_partition values ('" + id + "', 'none', 0, 0, 0), ('" + id
                    + "', 'none', 1, 0, 0)");
        }
        things.update("insert into rebuild_difference values ('" + ended + "', '" + fresh() + "', 'FACTS')");
        AtomicInteger taken = new AtomicInteger();
        RebuildTable counted = new RebuildTable(countingConnections(taken));

        assertThat(counted.list(null, 10))
                .extracting(Rebuild::id, rebuild -> rebuild.ranges().size(), Rebuild::differing)
                .containsExactlyInAnyOrder(tuple(running, 2, 0L), tuple(ended, 2, 1L));
        assertThat(taken).hasValue(1);
        assertThat(counted.find(ended).orElseThrow().differing()).isEqualTo(1);
        assertThat(taken).hasValue(2);
        counted.claim(UUID.randomUUID(), Duration.ofHours(1));
        assertThat(taken).hasValue(3);
    }

    private AgroalDataSource countingConnections(AtomicInteger taken) {
        return (AgroalDataSource) Proxy.newProxyInstance(
                AgroalDataSource.class.getClassLoader(),
                new Class<?>[] {AgroalDataSource.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        taken.incrementAndGet();
                    }
                    return method.invoke(dataSource, arguments);
                });
    }

    @Test
    void what_kafka_has_lost_at_the_end_of_a_topic_is_not_waited_for() {
        var reading = new ConsumerLag.Reading(
                List.of(
                        new ConsumerLag.Place("group", "read", 0, 10, 7),
                        new ConsumerLag.Place("group", "read", 1, 5, 7),
                        new ConsumerLag.Place("other", "own", 0, 5, 7)),
                new TreeSet<>());
        assertThat(TopicRanges.ranges(reading, Set.of("group"), List.of("own", "read")))
                .containsExactly(
                        new Rebuild.Range("own", 0, 0, 7),
                        new Rebuild.Range("read", 0, 0, 7),
                        new Rebuild.Range("read", 1, 0, 5));
    }

    @Test
    void nothing_is_rebuilt_of_a_topic_that_is_missing() {
        var reading = new ConsumerLag.Reading(List.of(), new TreeSet<>(Set.of("lost", "of others")));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> TopicRanges.ranges(reading, Set.of("group"), List.of("lost")))
                .satisfies(refused -> assertThat(refused.error().problem().detail())
                        .contains("lost")
                        .doesNotContain("of others"));
    }

    @Test
    void what_is_not_there_or_not_understood_is_refused() {
        operator().get(PATH + "/" + fresh()).then().statusCode(404);
        operator().get(PATH + "/" + fresh() + "/differences").then().statusCode(404);
        operator().post(PATH + "/" + fresh() + "/cancel").then().statusCode(404);
        operator().get(PATH + "/no-id").then().statusCode(404);
        operator().get(PATH + "?cursor=x").then().statusCode(422);
        UUID id = runsElsewhere("1 hour");
        String differences = PATH + "/" + id + "/differences";
        operator()
                .get(differences)
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("next", nullValue());
        operator().get(differences + "?cursor=YQ").then().statusCode(422);
        operator().get(differences + "?limit=501").then().statusCode(422);
        given().auth().oauth2(Tokens.of("audrey", "auditor")).post(PATH).then().statusCode(403);
        given().auth().oauth2(Tokens.of("audrey", "auditor")).get(PATH).then().statusCode(200);
    }
}
