package dev.plumbline.kit.app;

import static dev.plumbline.kit.app.ThingCalls.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dead letters as operators list and redrive them. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class DeadLetterOperationsTest {
    private static final String PATH = "/v1/operations/dead-letters";
    private static final String SENDER = "/plumbline/sender";

    @Inject
    Things things;

    private final List<String> ids = new ArrayList<>();

    @AfterEach
    void clear() {
        ThingConsumer.MENDED.clear();
        ids.forEach(id -> things.update("delete from dead_letter where record_key = convert_to('" + id + "', 'UTF8')"));
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.of("olga", "operator")).contentType("application/json");
    }

    /** A thing of which the service cannot take this event, and nothing else is known. */
    private RecordMetadata poisoned(String id, String eventId) {
        ids.add(id);
        RecordMetadata place = TestKafka.publish(
                "incoming.v1", id, "thing.came", SENDER, eventId, "{\"revision\": 7, \"text\": \"Amara Okafor\"}");
        await().until(() -> !letterOf(id).isEmpty());
        return place;
    }

    private String letterOf(String id) {
        return String.join(
                ",",
                things.query(
                        "select id from dead_letter where record_key = convert_to('" + id + "', 'UTF8') order by id"));
    }

    private String note(String id) {
        return String.join(",", things.query("select note from thing where id = '" + id + "'"));
    }

    private static Response redrive(String letter) {
        return operator().post(PATH + "/" + letter + "/redrive");
    }

    @Test
    void is_listed_with_its_place_and_its_reason_and_without_what_it_says() {
        String id = fresh();
        String eventId = fresh();
        RecordMetadata place = poisoned(id, eventId);
        String letter = letterOf(id);

        String body = operator()
                .get(PATH + "/" + letter)
                .then()
                .statusCode(200)
                .body("topic", equalTo("incoming.v1"))
                .body("partition", equalTo(place.partition()))
                .body("offset", equalTo((int) place.offset()))
                .body("reason", equalTo("note is missing"))
                .body("eventId", equalTo(eventId))
                .body("eventType", equalTo("thing.came"))
                .body("subject", equalTo(id))
                .body("receivedAt", notNullValue())
                .body("status", equalTo("WAITING"))
                .body("redrives", equalTo(0))
                .body("redrivenAt", nullValue())
                .body("redrivenBy", nullValue())
                .extract()
                .asString();

        assertThat(body).doesNotContain("Amara");
        assertThat(walk(1)).contains(letter).doesNotHaveDuplicates().isEqualTo(walk(500));
    }

    private static List<String> walk(int limit) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Response page = operator().get(PATH + "?status=WAITING&topic=incoming.v1&limit=" + limit + cursor);
            seen.addAll(page.jsonPath().getList("items.id"));
            String next = page.jsonPath().getString("next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return seen;
    }

    @Test
    void what_stands_where_ids_belong_is_not_told() {
        String name = "Amara Okafor " + fresh();
        ids.add(name);
        TestKafka.publishRaw(
                "incoming.v1",
                name,
                Map.of("ce_id", "amara@example.org", "ce_type", "is Amara"),
                "bare".getBytes(StandardCharsets.UTF_8));
        await().until(() -> !letterOf(name).isEmpty());

        operator()
                .get(PATH + "/" + letterOf(name))
                .then()
                .statusCode(200)
                .body("eventId", nullValue())
                .body("eventType", nullValue())
                .body("subject", nullValue())
                .body("reason", equalTo("the header ce_specversion is missing"));
    }

    @Test
    void waits_on_while_its_consumer_refuses_it_and_is_marked_once_it_is_taken() {
        String id = fresh();
        poisoned(id, fresh());
        String letter = letterOf(id);

        redrive(letter)
                .then()
                .statusCode(200)
                .body("status", equalTo("WAITING"))
                .body("reason", equalTo("note is missing"))
                .body("redrives", equalTo(1))
                .body("redrivenBy", equalTo("olga"));
        assertThat(note(id)).isEmpty();

        ThingConsumer.MENDED.add(id);
        redrive(letter)
                .then()
                .statusCode(200)
                .body("status", equalTo("REDRIVEN"))
                .body("redrives", equalTo(2))
                .body("redrivenAt", notNullValue());
        assertThat(note(id)).isEqualTo("none");

        // Once more does nothing; and on the dead-letter topic it stands once.
        redrive(letter)
                .then()
                .statusCode(200)
                .body("status", equalTo("REDRIVEN"))
                .body("redrives", equalTo(2));
        await().until(() -> things.query("select id from outbox").isEmpty());
        assertThat(TestKafka.read("plumbline.kit-test.dead-letters.v1").stream()
                        .filter(event -> id.equals(event.key()))
                        .map(ReceivedEvent::type))
                .hasSize(1);
    }

    @Test
    void does_not_take_the_place_of_what_came_later() {
        String id = fresh();
        poisoned(id, fresh());
        TestKafka.publish("incoming.v1", id, "thing.came", SENDER, fresh(), "{\"revision\": 8, \"note\": \"later\"}");
        await().until(() -> note(id).equals("later"));
        ThingConsumer.MENDED.add(id);

        redrive(letterOf(id)).then().statusCode(200).body("status", equalTo("REDRIVEN"));

        assertThat(note(id)).isEqualTo("later");
    }

    @Test
    void an_error_of_the_program_leaves_it_waiting_and_nothing_stored() {
        String id = fresh();
        ids.add(id);
        TestKafka.publish(
                "incoming.v1", id, "thing.came", SENDER, fresh(), "{\"revision\": 1, \"note\": \"unexpected\"}");
        await().until(() -> !letterOf(id).isEmpty());

        redrive(letterOf(id))
                .then()
                .statusCode(200)
                .body("status", equalTo("WAITING"))
                .body("reason", equalTo("the service failed on it: IllegalStateException"))
                .body("redrives", equalTo(1))
                .body("redrivenBy", equalTo("olga"));

        assertThat(note(id)).isEmpty();
    }

    @Test
    void many_operators_at_once_have_it_taken_once() throws Exception {
        String id = fresh();
        poisoned(id, fresh());
        String letter = letterOf(id);
        ThingConsumer.MENDED.add(id);
        int before = ThingConsumer.TAKEN.get();
        try (ExecutorService operators = Executors.newFixedThreadPool(6)) {
            Callable<Response> one = () -> redrive(letter);
            for (Future<Response> answer :
                    operators.invokeAll(Stream.generate(() -> one).limit(6).toList())) {
                answer.get()
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("REDRIVEN"))
                        .body("redrives", equalTo(1));
            }
        }
        assertThat(ThingConsumer.TAKEN.get()).isEqualTo(before + 1);
    }

    @Test
    void a_range_is_redriven_page_by_page_and_what_is_refused_is_named() {
        String refused = fresh();
        List<RecordMetadata> places = new ArrayList<>();
        List<String> taken = List.of(fresh(), fresh(), fresh());
        ThingConsumer.MENDED.addAll(taken);
        things.update("update dead_letter set topic = 'aside' where topic = 'incoming.v1'");
        poisonedUntilMended(taken, places);
        poisoned(refused, fresh());
        String next = null;
        int redriven = 0;
        List<String> named = new ArrayList<>();
        do {
            Response answer = operator()
                    .body("{\"topic\": \"incoming.v1\", \"fromOffset\": 0}")
                    .post(PATH + "/redrives?limit=2" + (next == null ? "" : "&cursor=" + next));
            answer.then().statusCode(200);
            redriven += answer.jsonPath().getInt("redriven");
            named.addAll(answer.jsonPath().getList("refused.subject"));
            next = answer.jsonPath().getString("next");
        } while (next != null);
        things.update("update dead_letter set topic = 'incoming.v1' where topic = 'aside'");

        assertThat(redriven).isEqualTo(3);
        assertThat(named).containsExactly(refused);
        taken.forEach(id -> assertThat(note(id)).isEqualTo("none"));
    }

    private void poisonedUntilMended(List<String> keys, List<RecordMetadata> places) {
        ThingConsumer.MENDED.removeAll(keys);
        keys.forEach(id -> places.add(poisoned(id, fresh())));
        ThingConsumer.MENDED.addAll(keys);
    }

    @Test
    void a_range_outside_of_which_it_lies_leaves_it_alone() {
        String id = fresh();
        RecordMetadata place = poisoned(id, fresh());
        ThingConsumer.MENDED.add(id);
        operator()
                .body("{\"topic\": \"incoming.v1\", \"partition\": " + place.partition() + ", \"fromOffset\": "
                        + (place.offset() + 1) + "}")
                .post(PATH + "/redrives")
                .then()
                .statusCode(200)
                .body("redriven", equalTo(0))
                .body("refused", hasSize(0))
                .body("next", nullValue());
        operator()
                .body("{\"topic\": \"incoming.v1\", \"partition\": " + place.partition() + ", \"fromOffset\": "
                        + place.offset() + ", \"toOffset\": " + place.offset() + "}")
                .post(PATH + "/redrives")
                .then()
                .statusCode(200)
                .body("redriven", equalTo(1));
    }

    @Test
    void a_topic_that_nobody_takes_any_more_is_a_conflict() {
        String id = fresh();
        poisoned(id, fresh());
        String letter = letterOf(id);
        things.update("update dead_letter set topic = 'gone.v1' where id = '" + letter + "'");

        redrive(letter).then().statusCode(409).body("type", equalTo("/problems/nobody-takes-it"));

        operator().get(PATH + "/" + letter).then().body("redrives", equalTo(0));
    }

    @Test
    void what_is_not_there_or_not_understood_is_refused() {
        operator().get(PATH + "/" + fresh()).then().statusCode(404).body("type", equalTo("/problems/not-found"));
        redrive(fresh()).then().statusCode(404);
        redrive("no-id").then().statusCode(404);
        operator().get(PATH + "?limit=0").then().statusCode(422);
        operator().get(PATH + "?limit=x").then().statusCode(422);
        operator().get(PATH + "?cursor=%21%21").then().statusCode(422);
        operator().get(PATH + "?cursor=YQ").then().statusCode(422).body("detail", containsString("cursor"));
        operator()
                .urlEncodingEnabled(false)
                .get(PATH + "?topic=%00")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/topic")));
        operator()
                .get(PATH + "?status=DEAD")
                .then()
                .statusCode(422)
                .body("detail", containsString("WAITING, REDRIVEN"));
        operator().body("{}").post(PATH + "/redrives").then().statusCode(422).body("errors", hasSize(1));
        operator()
                .body("{\"topic\": \"incoming.v1\", \"partition\": -1, \"fromOffset\": 1.5, \"all\": true}")
                .post(PATH + "/redrives")
                .then()
                .statusCode(422);
        operator()
                .body("{\"topic\": \"incoming.v1\"}")
                .post(PATH + "/redrives?cursor=x")
                .then()
                .statusCode(422);
    }

    @Test
    void only_operators_redrive_and_auditors_look() {
        RequestSpecification maker = ThingCalls.maker();
        maker.get(PATH).then().statusCode(403);
        given().get(PATH).then().statusCode(401);
        String auditor = Tokens.of("audrey", "auditor");
        given().auth().oauth2(auditor).get(PATH).then().statusCode(200);
        given().auth()
                .oauth2(auditor)
                .post(PATH + "/" + fresh() + "/redrive")
                .then()
                .statusCode(403);
    }
}
