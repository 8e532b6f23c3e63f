package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An interviewer who also reads decisions, by whatever role: what shows many applications leaves out those that she owes a
 * rating of, says how many, and shows them once she has rated.
 */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class WithheldTest {
    private static final String RANKING = "/v1/jobs/{id}/decisions";
    private static final String LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String STRICTER = "{\"rubric\": " + Rubrics.clinic(95) + "}";

    private final UUID job = Ids.next();
    private final UUID high = Ids.next();
    private final UUID owed = Ids.next();
    private final UUID low = Ids.next();

    @BeforeEach
    void three_applications_of_which_mia_owes_the_second_a_rating() {
        Published.publishJob(job, Rubrics.CLINIC);
        List<UUID> all = List.of(high, owed, low);
        Published.send(all.stream()
                .map(application -> Published.submitted(application, job, 1))
                .toList());
        Published.send(Published.strong(high));
        Published.send(Published.strong(owed));
        Published.send(Published.panel(owed, "billing", 2, "ana", "ben", "mia"));
        all.forEach(application -> Api.awaitNumber(application, 1));
        Api.awaitRecommendation(high, "ADVANCE");
        Api.awaitDecision(owed, decision -> decision.toString().contains("\"owedBy\":[\"mia\"]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hiring-manager", "auditor", "integration"})
    void the_ranking_leaves_it_out_and_says_so(String role) {
        assertThat(ids(list("zoe", role, ""))).containsExactly(high, owed, low);
        assertThat(list("zoe", role, "").path("withheld").asInt()).isZero();

        JsonNode withheld = list("mia", role, "");
        assertThat(ids(withheld)).containsExactly(high, low);
        assertThat(withheld.path("withheld").asInt()).isEqualTo(1);

        mia_rates();
        assertThat(list("mia", role, "")).isEqualTo(list("zoe", role, ""));
    }

    @Test
    void no_filter_tells_what_is_withheld() {
        for (String query : List.of(
                "?recommendation=REJECT",
                "?recommendation=PENDING",
                "?open=true",
                "?open=false",
                "?gate=hard-skills:PASSED")) {
            JsonNode found = list("mia", "auditor", query);
            assertThat(ids(found)).as(query).doesNotContain(owed);
            assertThat(found.path("withheld").asInt()).as(query).isEqualTo(1);
        }
    }

    @Test
    void a_walk_goes_on_in_order_where_the_rating_is_given_meanwhile() {
        JsonNode first = list("mia", "auditor", "?limit=1");
        assertThat(ids(first)).containsExactly(high);
        JsonNode blind =
                list("mia", "auditor", "?limit=1&cursor=" + first.path("next").asText());
        assertThat(ids(blind)).containsExactly(low);
        assertThat(blind.path("next").isNull()).isTrue();

        mia_rates();

        JsonNode second =
                list("mia", "auditor", "?limit=1&cursor=" + first.path("next").asText());
        assertThat(ids(second)).containsExactly(owed);
        assertThat(ids(list(
                        "mia",
                        "auditor",
                        "?limit=1&cursor=" + second.path("next").asText())))
                .containsExactly(low);
    }

    @ParameterizedTest
    @ValueSource(strings = {LINES, CSV})
    void an_export_leaves_it_out_and_no_rank_tells_where_it_stands(String type) {
        Response withheld = export("mia", type);

        withheld.then().header("Plumbline-Withheld", equalTo("1"));
        assertThat(withheld.asString())
                .contains(high.toString(), low.toString())
                .doesNotContain(owed.toString());
        assertThat(ranks(withheld, type)).containsExactly("1", "2");
        assertThat(ranks(export("zoe", type), type)).containsExactly("1", "2", "3");

        mia_rates();
        export("mia", type).then().header("Plumbline-Withheld", equalTo("0"));
        assertThat(export("mia", type).asString()).isEqualTo(export("zoe", type).asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hiring-manager", "auditor", "recruiter"})
    void a_simulation_leaves_it_out_and_says_so(String role) {
        JsonNode all = simulate("zoe", role);
        assertThat(all.path("applications").asInt()).isEqualTo(3);
        assertThat(all.path("withheld").asInt()).isZero();

        JsonNode withheld = simulate("mia", role);
        assertThat(withheld.path("applications").asInt()).isEqualTo(2);
        assertThat(withheld.path("withheld").asInt()).isEqualTo(1);
        assertThat(withheld.path("moved").asInt()).isEqualTo(1);
        assertThat(withheld.at("/ranking/applications").asInt()).isEqualTo(2);
        String lines = Api.asPerson("mia", role)
                .accept(LINES)
                .body(STRICTER)
                .post("/v1/jobs/{id}/simulations", job)
                .asString();
        assertThat(withheld + lines).doesNotContain(owed.toString());

        mia_rates();
        assertThat(simulate("mia", role)).isEqualTo(simulate("zoe", role));
    }

    @Test
    void the_report_on_verdicts_does_not_count_what_was_said_on_it() {
        int number = Api.decision(owed).path("number").asInt();
        verdict("zoe", number).then().statusCode(200);

        JsonNode withheld = report("mia");
        assertThat(withheld.path("items")).isEmpty();
        assertThat(withheld.path("withheld").asInt()).isEqualTo(1);
        assertThat(report("zoe").path("items")).hasSize(1);
        assertThat(report("zoe").path("withheld").asInt()).isZero();

        mia_rates();
        assertThat(report("mia")).isEqualTo(report("zoe"));
    }

    @Test
    void no_verdict_is_taken_before_the_rating() {
        int number = Api.decision(owed).path("number").asInt();

        verdict("mia", number).then().statusCode(409).body("type", equalTo("/problems/rate-first"));
        assertThat(Api.decision(owed).path("verdict").isNull()).isTrue();

        mia_rates();
        verdict("mia", Api.decision(owed).path("number").asInt()).then().statusCode(200);
    }

    private void mia_rates() {
        Published.send(Published.rated(owed, "billing", "mia", 1, 4));
        Api.awaitRecommendation(owed, "ADVANCE");
    }

    private JsonNode list(String person, String role, String query) {
        Response answer = Api.asPerson(person, role)
                .urlEncodingEnabled(false)
                .get(RANKING.replace("{id}", job.toString()) + query);
        answer.then().statusCode(200);
        return Api.json(answer);
    }

    private static List<UUID> ids(JsonNode page) {
        List<UUID> ids = new ArrayList<>();
        page.path("items")
                .forEach(item ->
                        ids.add(UUID.fromString(item.path("applicationId").asText())));
        return ids;
    }

    private Response export(String person, String type) {
        Response answer = Api.asPerson(person, "auditor").accept(type).get(RANKING, job);
        answer.then().statusCode(200);
        return answer;
    }

    private static List<String> ranks(Response export, String type) {
        return type.equals(CSV)
                ? export.asString()
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .toList()
                : export.asString()
                        .lines()
                        .map(line -> Api.parse(line).path("rank").asText())
                        .toList();
    }

    private JsonNode simulate(String person, String role) {
        Response answer = Api.asPerson(person, role).body(STRICTER).post("/v1/jobs/{id}/simulations", job);
        answer.then().statusCode(200);
        return Api.json(answer);
    }

    private JsonNode report(String person) {
        Response answer = Api.asPerson(person, "auditor").get("/v1/reports/verdicts?jobId=" + job);
        answer.then().statusCode(200);
        return Api.json(answer);
    }

    private Response verdict(String person, int number) {
        return Api.asPerson(person, "hiring-manager")
                .body("{\"verdict\": \"HOLD\", \"decisionNumber\": " + number + "}")
                .put("/v1/applications/{id}/verdict", owed);
    }
}
