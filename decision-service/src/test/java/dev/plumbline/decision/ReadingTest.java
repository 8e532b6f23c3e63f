package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ReadingTest {
    private static final String RANKING = "/v1/jobs/{id}/decisions";

    private final UUID job = Ids.next();

    @BeforeEach
    void publish_the_job() {
        Published.publishJob(job, Rubrics.CLINIC);
    }

    @Test
    void the_current_decision_comes_with_its_explanation() {
        UUID application = submitted();
        Published.send(
                Published.section(application, "hard", 1, 68),
                Published.panel(application, "billing", 1, "ana", "ben", "cyd"),
                Published.rated(application, "billing", "ana", 1, 5),
                Published.rated(application, "billing", "ben", 1, 2));
        Api.awaitNumber(application, 5);

        Response answer = Api.as("hiring-manager").get("/v1/applications/{id}/decision", application);

        answer.then()
                .statusCode(200)
                .header("ETag", equalTo("\"5\""))
                .header("Cache-Control", equalTo("no-store"))
                .body("recommendation", equalTo("REJECT"), "externalId", equalTo(Published.externalId(application)));
        JsonNode explanation = Api.json(answer).path("explanation");
        List<String> reasons = new ArrayList<>();
        explanation.path("reasons").forEach(reason -> reasons.add(reason.asText()));
        assertThat(reasons.getFirst()).isEqualTo("Reject, whatever the total: the gate hard-skills failed.");
        assertThat(reasons).contains("Hard skills 68.00 of at least 70.00 needed: failed.");
        assertThat(reasons).contains("Billing deep dive: 1 rating is still to come, from cyd.");
        JsonNode hard = explanation.at("/criteria/children/0/children/0");
        assertThat(hard.path("effectiveWeight").asText()).isEqualTo("30.00");
        assertThat(hard.path("contribution").path("low").asText()).isEqualTo("20.40");
        assertThat(hard.at("/evidence/result/earned").asInt()).isEqualTo(68);
        assertThat(explanation.at("/mustHaves/0/status").asText()).isEqualTo("NOT_MET");
        assertThat(explanation.at("/mustHaves/1/status").asText()).isEqualTo("OPEN");
        assertThat(explanation.at("/spreads/0/spread").asInt()).isEqualTo(3);
        assertThat(explanation.at("/spreads/0/discuss").asBoolean()).isTrue();
        assertThat(explanation.at("/gates/0/figures/0/needed").asText()).isEqualTo("70.00");
    }

    @Test
    void the_sentences_alone_come_as_plain_text() {
        UUID application = submitted();

        Api.as("hiring-manager")
                .accept("text/plain")
                .get("/v1/applications/{id}/decision", application)
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString("The total will be from 10.00 to 100.00."));
    }

    @Test
    void the_history_is_paged_by_number() {
        UUID application = submitted();
        for (int i = 1; i <= 6; i++) {
            Published.send(Published.section(application, "hard", i, 80 + i));
        }
        Api.awaitNumber(application, 7);

        List<Integer> numbers = new ArrayList<>();
        String cursor = null;
        do {
            Response page = Api.as("integration")
                    .queryParam("limit", 3)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/v1/applications/{id}/decisions", application);
            page.then().statusCode(200);
            numbers.addAll(page.path("items.number"));
            cursor = page.path("next");
            assertThat(page.header("Link") == null).isEqualTo(cursor == null);
        } while (cursor != null);

        assertThat(numbers).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void a_ranking_orders_by_exact_totals_then_by_id() {
        List<UUID> applications = new ArrayList<>();
        List<ProducerRecord<String, byte[]>> facts = new ArrayList<>();
        // All but one shown as 87.33: apart only in digits that nobody sees.
        String[] billing = {"4.3333", "4.3334", "4.3333", "4.3335", "1", "4.3334"};
        for (String rating : billing) {
            UUID application = Ids.next();
            applications.add(application);
            facts.add(Published.submitted(application, job, 1));
            facts.addAll(Published.strong(application));
            facts.add(Published.rated(application, "billing", "ana", 2, rating));
            facts.add(Published.rated(application, "billing", "ben", 2, rating));
        }
        Published.send(facts);
        applications.forEach(application -> Api.awaitDecision(
                application,
                decision ->
                        decision.at("/explanation/spreads/0/spread").asText("").equals("0")));
        UUID withdrawn = submitted();
        Published.send(Published.lifecycle("withdrawn", withdrawn, 2, "WITHDRAWN", job, 1));
        Api.awaitNumber(withdrawn, 2);

        assertThat(ranking(2, null))
                .containsExactly(
                        applications.get(3).toString(),
                        applications.get(1).toString(),
                        applications.get(5).toString(),
                        applications.get(0).toString(),
                        applications.get(2).toString(),
                        applications.get(4).toString());
        assertThat(ranking(2, "REJECT")).containsExactly(applications.get(4).toString());
        assertThat(ranking(50, "PENDING")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=501",
                "cursor=x",
                "cursor=eA",
                "cursor=eh94",
                "recommendation=MAYBE",
                "recommendation=advance"
            })
    void a_parameter_that_is_none_is_named(String query) {
        Api.as("auditor")
                .get(RANKING + "?" + query, job)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-parameter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "abc", "1.5", "99999999999"})
    void a_history_of_no_sane_length_is_refused(String limit) {
        Api.as("auditor")
                .get("/v1/applications/{id}/decisions?limit=" + limit, Ids.next())
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-parameter"));
    }

    @Test
    void what_is_not_known_is_said_so() {
        Api.as("auditor").get(RANKING, Ids.next()).then().statusCode(404);
        Api.as("auditor").get(RANKING, "no-uuid").then().statusCode(404);
        Api.as("auditor")
                .get("/v1/applications/{id}/decision", Ids.next())
                .then()
                .statusCode(409)
                .header("Retry-After", equalTo("1"))
                .body("type", equalTo("/problems/application-not-yet-known"));
        Api.as("auditor")
                .get("/v1/applications/{id}/decisions", Ids.next())
                .then()
                .statusCode(409);
        // What is no number; and numbers that no decision has, one of which is negative as an int.
        for (String number : List.of("no", "0", "-1", "4294967295", "2147483648")) {
            Api.as("auditor")
                    .queryParam("cursor", Cursor.encode(number))
                    .get("/v1/applications/{id}/decisions", submitted())
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void raters_and_recruiters_see_no_decision() {
        UUID application = submitted();
        for (String role : List.of("recruiter", "interviewer", "assessor", "operator")) {
            Api.as(role)
                    .get("/v1/applications/{id}/decision", application)
                    .then()
                    .statusCode(403);
            Api.as(role)
                    .get("/v1/applications/{id}/decisions", application)
                    .then()
                    .statusCode(403);
            Api.as(role).get(RANKING, job).then().statusCode(403);
        }
    }

    @Test
    void a_job_nobody_applied_for_has_an_empty_ranking() {
        Awaitility.await()
                .untilAsserted(() -> Api.as("auditor")
                        .get(RANKING, job)
                        .then()
                        .statusCode(200)
                        .body("items.size()", equalTo(0), "next", nullValue()));
    }

    private UUID submitted() {
        UUID application = Ids.next();
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);
        return application;
    }

    private List<String> ranking(int limit, @Nullable String recommendation) {
        List<String> ids = new ArrayList<>();
        String next = "/v1/jobs/" + job + "/decisions?limit=" + limit
                + (recommendation == null ? "" : "&recommendation=" + recommendation);
        while (next != null) {
            Response page = Api.as("integration").urlEncodingEnabled(false).get(next);
            page.then().statusCode(200);
            ids.addAll(page.path("items.applicationId"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return ids;
    }
}
