package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.TestKafka;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class RankingExportTest {
    private static final String RANKING = "/v1/jobs/{id}/decisions";
    private static final String CSV = "text/csv";
    private static final String JSON_LINES = "application/x-ndjson";
    private static final int MANY = 20_000;

    private final UUID job = Ids.next();
    private final AgroalDataSource dataSource;

    RankingExportTest(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @BeforeEach
    void publish_the_job() {
        Published.publishJob(job, Rubrics.CLINIC);
    }

    @AfterEach
    void take_away_the_copies() {
        ManyApplications.deleteCopies(dataSource, job);
    }

    @Test
    void lines_of_json_are_the_items_of_the_list_with_their_ranks() {
        // The second and the third are equal, so is the rank; it counts those who are filtered out.
        List<UUID> applications = scored(90, 80, 80, 70);
        Published.send(Published.flag(applications.getLast(), "rf", 1, "CONFIRMED"));
        Api.awaitRecommendation(applications.getLast(), "REJECT");

        List<JsonNode> lines =
                lines(export(JSON_LINES, "")).stream().map(Api::parse).toList();

        assertThat(lines).map(line -> line.path("rank").asLong()).containsExactly(1L, 2L, 2L, 4L);
        assertThat(lines)
                .map(line -> (JsonNode) ((ObjectNode) line.deepCopy()).without("rank"))
                .containsExactlyElementsOf(
                        Api.json(Api.as("auditor").get(RANKING, job)).path("items"));
        assertThat(lines(export(JSON_LINES, "?recommendation=REJECT")))
                .singleElement()
                .isEqualTo(lines.getLast().toString());
    }

    @Test
    void csv_has_a_column_for_each_gate_of_any_version() {
        UUID application = scored(90).getFirst();
        Published.send(
                Published.job(job, 2, "NEW_APPLICATIONS", Rubrics.clinic(75).replace("\"talk\"", "\"lan,guage\"")));
        UUID newer = Ids.next();
        Published.send(Published.submitted(newer, job, 2));
        Api.awaitNumber(newer, 1);

        Response answer = export(CSV, "");

        answer.then()
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", equalTo("attachment; filename=\"decisions-" + job + ".csv\""))
                .header("Cache-Control", equalTo("no-store"));
        JsonNode decision = Api.decision(application);
        assertThat(answer.asString())
                .isEqualTo("rank,applicationId,externalId,recommendation,band,complete,low,high,rubricVersion,number,"
                        + "decidedAt,gate:hard-skills,gate:billing,gate:hard-right,gate:flags,\"gate:lan,guage\","
                        + "gate:basics,gate:talk\r\n"
                        + "1," + application + "," + Published.externalId(application)
                        + ",PENDING,,false,37.00,97.00,1,2,"
                        + decision.path("decidedAt").asText()
                        + ",PASSED,PENDING,PASSED,PENDING,,PENDING,PENDING\r\n"
                        + "2," + newer + "," + Published.externalId(newer)
                        + ",PENDING,,false,10.00,100.00,2,1,"
                        + Api.decision(newer).path("decidedAt").asText()
                        + ",PENDING,PENDING,PENDING,PENDING,PENDING,PENDING,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\uff1dHYPERLINK(1)", " =1"})
    void no_text_becomes_a_formula_and_lines_of_json_have_it_as_it_is(String externalId) {
        submitted(externalId);

        assertThat(lines(export(CSV, "")).getLast()).contains(",'" + externalId + ",PENDING");
        assertThat(Api.parse(lines(export(JSON_LINES, "")).getFirst())
                        .path("externalId")
                        .asText())
                .isEqualTo(externalId);
    }

    @Test
    void signs_that_csv_uses_are_quoted() {
        submitted("a,\"b\";ö");

        assertThat(lines(export(CSV, "")).getLast()).contains(",\"a,\"\"b\"\";ö\",PENDING");
    }

    @Test
    void an_export_of_nothing_is_a_header() {
        assertThat(lines(export(CSV, ""))).hasSize(1);
        assertThat(export(JSON_LINES, "").asString()).isEmpty();
        assertThat(lines(export(CSV, "?open=false"))).hasSize(1);
    }

    @Test
    void anything_else_that_is_accepted_is_a_page() {
        Api.as("auditor").accept("*/*").get(RANKING, job).then().statusCode(200).contentType("application/json");
        Api.as("auditor").accept("application/pdf").get(RANKING, job).then().statusCode(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON_LINES})
    void what_cannot_be_exported_is_a_problem(String type) {
        Api.as("auditor").accept(type).get(RANKING, Ids.next()).then().statusCode(404);
        Api.as("recruiter").accept(type).get(RANKING, job).then().statusCode(403);
        Api.as("auditor")
                .accept(type)
                .get(RANKING + "?limit=5&cursor=x&band=WEAK", job)
                .then()
                .statusCode(422)
                .contentType(startsWith("application/problem+json"))
                .body("errors.pointer", equalTo(List.of("/band", "/limit", "/cursor")));
        Api.as("auditor").accept(type).head(RANKING, job).then().statusCode(200);
    }

    @Test
    void who_does_not_read_holds_no_transaction_and_is_cut_off() {
        ManyApplications.copy(dataSource, scored(90).getFirst(), MANY);
        String path = "/v1/jobs/" + job + "/decisions";
        try (RawClient one = RawClient.get(path, JSON_LINES, Map.of());
                RawClient other = RawClient.get(path, JSON_LINES, Map.of())) {
            assertThat(one.readSome()).startsWith("HTTP/1.1 200");
            assertThat(other.readSome()).startsWith("HTTP/1.1 200");

            export429();
            ManyApplications.awaitNoIdleTransaction(dataSource);
            // Neither has been cut off in the meantime: it is while they stand still that no transaction does.
            export429();
            // Both places are free again without either of them having read or gone.
            Awaitility.await("both places are free")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        try (RawClient third = RawClient.get(path, JSON_LINES, Map.of());
                                RawClient fourth = RawClient.get(path, JSON_LINES, Map.of())) {
                            return third.readSome().startsWith("HTTP/1.1 200")
                                    && fourth.readSome().startsWith("HTTP/1.1 200");
                        }
                    });
            assertThat(one.readToEnd().whole()).isFalse();
            assertThat(other.readToEnd().whole()).isFalse();
        }
    }

    @Test
    void who_goes_away_leaves_nothing_behind() {
        ManyApplications.copy(dataSource, scored(90).getFirst(), MANY);
        for (int i = 0; i < 6; i++) {
            try (RawClient client = RawClient.get("/v1/jobs/" + job + "/decisions", CSV, Map.of())) {
                client.readSome();
            }
        }

        awaitExport();
        ManyApplications.awaitNoIdleTransaction(dataSource);
    }

    private void export429() {
        Api.as("auditor")
                .accept(CSV)
                .get(RANKING, job)
                .then()
                .statusCode(429)
                .contentType(startsWith("application/problem+json"))
                .header("Retry-After", equalTo("10"))
                .body("type", equalTo("/problems/too-many-exports"));
    }

    private void awaitExport() {
        Awaitility.await("a place for an export")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Api.as("auditor")
                                .accept(CSV)
                                .get(RANKING + "?recommendation=REJECT", job)
                                .statusCode()
                        == 200);
    }

    private List<UUID> scored(int... hard) {
        List<UUID> applications = new ArrayList<>();
        for (int points : hard) {
            UUID application = Ids.next();
            applications.add(application);
            Published.send(Published.submitted(application, job, 1));
            Api.awaitNumber(application, 1);
            Published.send(Published.section(application, "hard", 1, points));
            Api.awaitNumber(application, 2);
        }
        return applications;
    }

    private void submitted(String externalId) {
        UUID application = Ids.next();
        Published.send(TestKafka.event(
                Published.APPLICATIONS,
                application.toString(),
                "dev.plumbline.application.submitted.v1",
                "/plumbline/job-service",
                Ids.next().toString(),
                "{\"applicationId\": \"%s\", \"revision\": 1, \"status\": \"SUBMITTED\", \"jobId\": \"%s\", \"rubricVersion\": 1, \"externalId\": \"%s\"}"
                        .formatted(application, job, externalId.replace("\"", "\\\""))));
        Api.awaitNumber(application, 1);
    }

    private Response export(String type, String query) {
        Response answer = Api.as("integration").accept(type).get(RANKING + query, job);
        answer.then().statusCode(200);
        return answer;
    }

    private static List<String> lines(Response answer) {
        return answer.asString().lines().toList();
    }
}
