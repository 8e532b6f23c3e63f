package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class WaiversTest {
    private static final String WAIVERS = "/v1/applications/{id}/waivers";

    private final UUID job = Ids.next();
    private final UUID application = Ids.next();

    @BeforeEach
    void submit() {
        Published.publishJob(job, Rubrics.CLINIC);
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);
        Published.send(Published.section(application, "hard", 1, 90));
        Api.awaitNumber(application, 2);
    }

    @Test
    void a_waiver_is_decided_at_once_and_published_with_its_decision() {
        Response granted = grant("soft", "ACCOMMODATION");

        granted.then()
                .statusCode(201)
                .header("Location", equalTo("/v1/applications/" + application + "/waivers/soft"))
                .body("decisionNumber", equalTo(3), "by", equalTo("hiring-manager"));
        JsonNode decision = Api.decision(application);
        assertThat(decision.path("number").asInt()).isEqualTo(3);
        assertThat(decision.path("nodes").path("soft").toString()).isEqualTo("{\"waived\":true}");
        assertThat(decision.path("nodes").path("assessment").path("low").asText())
                .isEqualTo("90.00");
        try (TopicReader reader = TestKafka.reader(Published.DECISIONS)) {
            ReceivedEvent changed = reader.awaitEvent(event -> isOf(event, "waiver-changed"));
            ReceivedEvent decided = reader.awaitEvent(event -> isOf(event, "decision.changed")
                    && event.data().path("number").asInt() == 3);
            Contracts.checkEvent("decision-service", changed);
            assertThat(decided.data().path("trigger").path("eventId").asText()).isEqualTo(changed.id());
        }
    }

    @Test
    void what_is_waived_can_be_read_where_its_answer_said() {
        String location = grant("soft", "ACCOMMODATION").header("Location");

        Api.as("auditor")
                .get(location)
                .then()
                .statusCode(200)
                .body("node", equalTo("soft"), "reason", equalTo("ACCOMMODATION"));
        Api.as("auditor")
                .get("/v1/applications/{id}/waivers", application)
                .then()
                .statusCode(200)
                .body("items.node", equalTo(List.of("soft")), "next", nullValue());
        lift("soft").then().statusCode(204);
        Api.as("auditor").get(location).then().statusCode(404);
        Api.as("auditor")
                .get("/v1/applications/{id}/waivers", application)
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
        Api.as("interviewer").get(location).then().statusCode(403);
        Api.as("auditor")
                .get("/v1/applications/{id}/waivers", Ids.next())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/application-not-yet-known"));
    }

    @Test
    void a_lifted_waiver_puts_the_node_back() {
        grant("soft", "NOT_APPLICABLE").then().statusCode(201);

        lift("soft").then().statusCode(204);

        assertThat(Api.decision(application).path("number").asInt()).isEqualTo(4);
        assertThat(Api.decision(application)
                        .path("nodes")
                        .path("soft")
                        .path("high")
                        .asText())
                .isEqualTo("100.00");
        lift("soft").then().statusCode(404);
        grant("soft", "ASKED_ELSEWHERE").then().statusCode(201);
    }

    @Test
    void what_is_waived_is_not_waived_again() {
        grant("soft", "ACCOMMODATION").then().statusCode(201);

        grant("soft", "NOT_APPLICABLE").then().statusCode(409).body("type", equalTo("/problems/already-waived"));

        assertThat(Api.decision(application).path("number").asInt()).isEqualTo(3);
    }

    @Test
    void a_repeated_request_with_its_key_gets_the_first_answer_and_one_waiver() {
        String key = Ids.next().toString();
        String body = "{\"node\": \"soft\", \"reason\": \"ACCOMMODATION\"}";
        String first = once(key, body).then().statusCode(201).extract().asString();

        assertThat(once(key, body).then().statusCode(201).extract().asString()).isEqualTo(first);
        once(key, body.replace("soft", "hard"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));

        assertThat(Api.history(application)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                {"node": "no-such-node", "reason": "ACCOMMODATION"}        | 422 | /node
                {"node": "soft", "reason": "BECAUSE"}                      | 422 | /reason
                {"node": "soft"}                                           | 422 | /reason
                {"node": "", "reason": "ACCOMMODATION"}                    | 422 | /node
                {"node": "soft", "reason": "ACCOMMODATION", "note": "x"}   | 422 | /note
                """)
    void refuses_what_is_no_waiver(String body, int status, String pointer) {
        Api.as("hiring-manager")
                .body(body)
                .post(WAIVERS, application)
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItems(pointer));

        assertThat(Api.history(application)).hasSize(2);
    }

    @Test
    void refuses_applications_that_are_not_known_yet_and_malformed_bodies() {
        Api.as("hiring-manager")
                .body("{\"node\": \"soft\", \"reason\": \"ACCOMMODATION\"}")
                .post(WAIVERS, Ids.next())
                .then()
                .statusCode(409)
                .header("Retry-After", equalTo("1"))
                .body("type", equalTo("/problems/application-not-yet-known"));
        Api.as("hiring-manager")
                .body("{\"node\":")
                .post(WAIVERS, application)
                .then()
                .statusCode(400);
        Api.as("hiring-manager").post(WAIVERS, application).then().statusCode(400);
        Api.as("hiring-manager")
                .body("{\"node\": \"soft\", \"reason\": \"ACCOMMODATION\"}")
                .post(WAIVERS, "no-uuid")
                .then()
                .statusCode(404);
    }

    @Test
    void only_a_hiring_manager_waives() {
        for (String role : List.of("recruiter", "interviewer", "assessor", "auditor", "integration")) {
            Api.as(role)
                    .body("{\"node\": \"soft\", \"reason\": \"ACCOMMODATION\"}")
                    .post(WAIVERS, application)
                    .then()
                    .statusCode(403);
        }
        assertThat(Api.history(application)).hasSize(2);
    }

    private Response grant(String node, String reason) {
        return Api.as("hiring-manager")
                .body("{\"node\": \"%s\", \"reason\": \"%s\"}".formatted(node, reason))
                .post(WAIVERS, application);
    }

    private Response once(String key, String body) {
        return Api.as("hiring-manager")
                .header("Idempotency-Key", key)
                .body(body)
                .post(WAIVERS, application);
    }

    private Response lift(String node) {
        return Api.as("hiring-manager").delete(WAIVERS + "/{node}", application, node);
    }

    private boolean isOf(ReceivedEvent event, String type) {
        return event.key().equals(application.toString()) && event.type().contains(type);
    }
}
