package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class SimulationsTest {
    private static final String PATH = "/v1/jobs/{id}/simulations";
    private static final String STRICTER = "{\"rubric\": " + Rubrics.clinic(85) + "}";

    private static final String LINES = "application/x-ndjson";
    private static final int MANY = 60_000;

    private static final int[] HARD = {90, 84, 80, 20, 90};

    private final UUID job = Ids.next();
    private final UUID emptyJob = Ids.next();

    private final AgroalDataSource dataSource;

    SimulationsTest(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @BeforeEach
    void publish_the_jobs() {
        Published.publishJob(job, Rubrics.CLINIC);
        Published.publishJob(emptyJob, Rubrics.CLINIC);
    }

    @AfterEach
    void take_away_the_copies() {
        ManyApplications.deleteCopies(dataSource, job);
    }

    @Test
    void says_who_moves_which_gates_fail_and_how_the_ranking_shifts() {
        List<UUID> applications = played();
        List<Integer> numbers = numbers(applications);

        Response answer = Api.as("hiring-manager").body(STRICTER).post(PATH, job);

        answer.then().statusCode(200).contentType("application/json");
        JsonNode result = Api.json(answer);
        assertThat(result.path("type").asText()).isEqualTo("result");
        assertThat(result.path("applications").asInt()).isEqualTo(5);
        assertThat(result.path("withdrawn").asInt()).isEqualTo(1);
        // 90 stays above the gate, 84 and 80 fall below it; 20 was below it before.
        assertThat(result.path("moves")).isEqualTo(Api.parse("""
                        [{"from": "ADVANCE", "to": "ADVANCE", "applications": 2},
                         {"from": "ADVANCE", "to": "REJECT", "applications": 2},
                         {"from": "REJECT", "to": "REJECT", "applications": 1}]"""));
        assertThat(result.path("moved").asInt()).isEqualTo(2);
        List<String> moved = new ArrayList<>();
        result.path("movedApplications")
                .forEach(one -> moved.add(one.path("applicationId").asText()));
        assertThat(moved)
                .containsExactlyInAnyOrder(
                        applications.get(1).toString(), applications.get(2).toString());
        assertThat(result.at("/gates/0")).isEqualTo(Api.parse("""
                        {"gate": "hard-skills", "now": {"passed": 4, "failed": 1, "pending": 0, "waived": 0},
                         "draft": {"passed": 2, "failed": 3, "pending": 0, "waived": 0}}"""));
        // The weights are the same, and so is the ranking.
        assertThat(result.at("/ranking/applications").asInt()).isEqualTo(4);
        assertThat(result.at("/ranking/tauB").decimalValue()).isEqualByComparingTo("1");
        assertThat(result.at("/ranking/pairs").asInt()).isEqualTo(6);
        assertThat(result.at("/criteria/complete").asBoolean()).isTrue();
        assertThat(numbers(applications)).isEqualTo(numbers);
    }

    @Test
    void lines_tell_of_progress_of_each_that_moves_and_of_the_result_last() {
        played();

        Response answer =
                Api.as("auditor").accept("application/x-ndjson").body(STRICTER).post(PATH + "?limit=1", job);

        answer.then().statusCode(200).contentType(startsWith("application/x-ndjson"));
        List<JsonNode> lines = answer.asString().lines().map(Api::parse).toList();
        assertThat(lines.stream().map(line -> line.path("type").asText()))
                .containsExactly("moved", "moved", "progress", "result");
        assertThat(lines.get(2).path("done").asInt()).isEqualTo(5);
        assertThat(lines.get(2).path("of").asInt()).isEqualTo(5);
        assertThat(lines.getLast().path("moved").asInt()).isEqualTo(2);
        assertThat(lines.getLast().path("movedApplications").size()).isEqualTo(1);
    }

    @Test
    void who_goes_away_ends_their_simulation() {
        // Each of them moves, so there are far more lines than anybody keeps for a client that does not read.
        ManyApplications.copy(dataSource, played().get(1), MANY);
        String path = "/v1/jobs/" + job + "/simulations";
        try (RawClient one = RawClient.post(path, "auditor", LINES, STRICTER);
                RawClient other = RawClient.post(path, "auditor", LINES, STRICTER)) {
            assertThat(one.readSome()).startsWith("HTTP/1.1 200");
            assertThat(other.readSome()).startsWith("HTTP/1.1 200");
            Api.as("auditor")
                    .body(STRICTER)
                    .post(PATH, job)
                    .then()
                    .statusCode(429)
                    .header("Retry-After", notNullValue());
        }

        Awaitility.await("a place is free again")
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        Api.as("auditor").body(STRICTER).post(PATH, emptyJob).statusCode() == 200);
    }

    @Test
    void a_recruiter_sees_numbers_and_no_decision_on_anybody() {
        List<UUID> applications = played();

        String result = Api.as("recruiter").body(STRICTER).post(PATH, job).asString();
        String lines = Api.as("recruiter")
                .accept("application/x-ndjson")
                .body(STRICTER)
                .post(PATH, job)
                .asString();

        assertThat(Api.parse(result).path("moved").asInt()).isEqualTo(2);
        for (UUID application : applications) {
            assertThat(result + lines).doesNotContain(application.toString());
        }
    }

    @Test
    void a_job_without_applications_has_nothing_to_simulate() {
        Api.as("auditor")
                .body(STRICTER)
                .post(PATH, job)
                .then()
                .statusCode(200)
                .body("applications", equalTo(0), "moves.size()", equalTo(0), "ranking.tauB", equalTo(null));
    }

    @Test
    void every_fault_of_the_draft_is_named() {
        String broken = Rubrics.CLINIC
                .replace("\"weight\": 60", "\"weight\": 61")
                .replace("\"strongAt\": 80", "\"strongAt\": 180");
        for (String accept : List.of("application/json", "application/x-ndjson")) {
            Api.as("recruiter")
                    .accept(accept)
                    .body("{\"rubric\": " + broken + ", \"evi/dence\": {}}")
                    .post(PATH, job)
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body(
                            "errors.pointer",
                            hasItems("/evi~1dence", "/rubric/criteria/children/0/children", "/rubric/bands/strongAt"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"rubric":       | 400
            []               | 422
            {}               | 422
            {"rubric": null} | 422
            """)
    void what_is_no_draft_is_refused(String body, int status) {
        Api.as("recruiter").body(body).post(PATH, job).then().statusCode(status);
    }

    @Test
    void only_those_who_answer_for_the_rubric_or_the_decisions_may_simulate() {
        for (String role : List.of("interviewer", "assessor", "integration", "operator")) {
            Api.as(role).body(STRICTER).post(PATH, job).then().statusCode(403);
        }
        Api.as("recruiter").body(STRICTER).post(PATH, Ids.next()).then().statusCode(404);
        Api.as("recruiter").body(STRICTER).post(PATH + "?limit=0", job).then().statusCode(422);
    }

    /** All strong but for their hard skills; the last one is withdrawn. */
    private List<UUID> played() {
        List<UUID> applications = new ArrayList<>();
        List<ProducerRecord<String, byte[]>> facts = new ArrayList<>();
        for (int hard : HARD) {
            UUID application = Ids.next();
            applications.add(application);
            facts.add(Published.submitted(application, job, 1));
            facts.addAll(Published.strong(application));
            facts.add(Published.section(application, "hard", 2, hard));
        }
        facts.add(Published.lifecycle("withdrawn", applications.getLast(), 2, "WITHDRAWN", job, 1));
        Published.send(facts);
        for (int i = 0; i < HARD.length; i++) {
            String hard = HARD[i] + ".00";
            boolean isWithdrawn = i == HARD.length - 1;
            Api.awaitDecision(
                    applications.get(i),
                    decision -> decision.at("/nodes/hard/low").asText().equals(hard)
                            && decision.path("withdrawn").asBoolean() == isWithdrawn
                            && !decision.path("recommendation").asText().equals("PENDING"));
        }
        return applications;
    }

    private static List<Integer> numbers(List<UUID> applications) {
        return applications.stream()
                .map(application -> Api.decision(application).path("number").asInt())
                .toList();
    }
}
