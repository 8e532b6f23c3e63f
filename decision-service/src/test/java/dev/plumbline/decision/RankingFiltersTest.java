package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A job with an application of each kind, and every way to ask for some of them. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RankingFiltersTest {
    private static final String RANKING = "/v1/jobs/{id}/decisions";

    private final UUID job = Ids.next();
    private final Map<String, UUID> applications = new LinkedHashMap<>();

    @BeforeEach
    void play() {
        // Once: but not before all, when the application's port is not known yet.
        if (!applications.isEmpty()) {
            return;
        }
        Published.publishJob(job, Rubrics.CLINIC);
        for (String name : List.of("strong", "bare", "weak", "flagged", "raised", "untalked", "withdrawn")) {
            applications.put(name, Ids.next());
            Published.send(Published.submitted(one(name), job, 1));
        }
        applications.values().forEach(id -> Api.awaitNumber(id, 1));
        applications.forEach((name, id) -> {
            if (!name.equals("bare")) {
                Published.send(Published.strong(id));
            }
        });
        Published.send(
                Published.section(one("weak"), "hard", 2, 10),
                Published.rated(one("weak"), "billing", "ana", 2, 1),
                Published.rated(one("weak"), "billing", "ben", 2, 1),
                Published.flag(one("flagged"), "rf", 1, "RAISED"),
                Published.flag(one("flagged"), "rf", 2, "CONFIRMED"),
                Published.flag(one("raised"), "rf", 1, "RAISED"),
                Published.attested(one("untalked"), "talk", "ben", 1, false),
                Published.lifecycle("withdrawn", one("withdrawn"), 2, "WITHDRAWN", job, 1));
        applications.forEach((name, id) -> Api.awaitNumber(id, name.equals("bare") ? 1 : 8));
        Api.awaitDecision(
                one("weak"), decision -> decision.path("band").asText().equals("FAIL"));
        Api.awaitRecommendation(one("flagged"), "REJECT");
        Api.awaitDecision(
                one("withdrawn"), decision -> decision.path("withdrawn").asBoolean());
        Api.awaitDecision(
                one("raised"), decision -> decision.toString().contains("{\"gate\":\"flags\",\"state\":\"PENDING\"}"));
        Api.awaitDecision(
                one("untalked"), decision -> decision.toString().contains("{\"gate\":\"talk\",\"state\":\"PENDING\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                            | strong bare weak flagged raised untalked",
                "recommendation=ADVANCE                        | strong",
                "recommendation=REJECT                         | weak flagged",
                "recommendation=REJECT&recommendation=PENDING  | weak flagged bare",
                "band=FAIL                                     | weak",
                "band=NONE                                     | bare",
                "band=NONE&band=FAIL                           | bare weak",
                "gate=flags:FAILED                             | flagged",
                "gate=flags:PENDING                            | bare raised",
                "gate=flags:PASSED&gate=hard-skills:FAILED     | weak",
                "open=true                                     | bare raised untalked",
                "open=false                                    | strong weak flagged",
                "open=true&band=STRONG&gate=flags:PASSED       | untalked",
                "recommendation=REJECT&open=false&band=STRONG  | flagged",
                "recommendation=ADVANCE&gate=flags:FAILED      | ''",
            })
    void shows_those_who_meet_all_of_it(String query, String names) {
        List<String> wanted = names.isBlank()
                ? List.of()
                : List.of(names.strip().split(" ")).stream()
                        .map(name -> one(name).toString())
                        .toList();

        assertThat(ids(query.strip(), 50)).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(ids(query.strip(), 1)).isEqualTo(ids(query.strip(), 50));
    }

    @Test
    void a_filter_picks_from_the_whole_list_and_changes_nothing_else() {
        JsonNode all = Api.json(Api.as("auditor").get(RANKING, job)).path("items");
        Map<String, Predicate<JsonNode>> filters = Map.of(
                "recommendation=REJECT",
                        item -> item.path("recommendation").asText().equals("REJECT"),
                "band=STRONG", item -> item.path("band").asText().equals("STRONG"),
                "gate=billing:PASSED", item -> gate(item, "billing").equals("PASSED"),
                "open=true",
                        item -> !item.path("complete").asBoolean()
                                || item.path("gates").toString().contains("PENDING"));

        filters.forEach((query, predicate) -> assertThat(
                        Api.json(Api.as("auditor").get(RANKING + "?" + query, job))
                                .path("items"))
                .as(query)
                .containsExactlyElementsOf(StreamSupport.stream(all.spliterator(), false)
                        .filter(predicate)
                        .toList()));
    }

    @Test
    void names_every_fault_at_once() {
        Api.as("auditor")
                .get(
                        RANKING + "?recommendation=MAYBE&band=strong&gate=flags&gate=nosuch:FAILED&open=yes&limit=many"
                                + "&cursor=x&recomendation=REJECT",
                        job)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("detail", startsWith("Parameter recommendation must be one of"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/recommendation",
                                "/band",
                                "/gate",
                                "/gate",
                                "/open",
                                "/limit",
                                "/cursor",
                                "/recomendation"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"open=true&open=false", "limit=1&limit=2", "gate=", "gate=:FAILED", "band=", "open="})
    void refuses_what_says_nothing_or_two_things(String query) {
        Api.as("auditor").get(RANKING + "?" + query, job).then().statusCode(422);
    }

    @Test
    void a_cursor_goes_with_its_filters_and_its_job_only() {
        String cursor = Api.as("auditor")
                .get(RANKING + "?limit=1&recommendation=REJECT&gate=hard-skills:FAILED&gate=talk:PASSED", job)
                .path("next");
        assertThat(cursor).isNull();
        cursor = Api.as("auditor")
                .get(RANKING + "?limit=1&band=STRONG&open=true", job)
                .path("next");
        UUID other = Ids.next();
        Published.publishJob(other, Rubrics.CLINIC);

        for (String query : List.of("", "&band=STRONG", "&open=true", "&band=STRONG&open=false")) {
            Api.as("auditor")
                    .get(RANKING + "?cursor=" + cursor + query, job)
                    .then()
                    .statusCode(422)
                    .body(
                            "detail",
                            equalTo("Parameter cursor belongs to a list with other filters, or of another job."));
        }
        Api.as("auditor")
                .get(RANKING + "?cursor=" + cursor + "&band=STRONG&open=true", other)
                .then()
                .statusCode(422);
        Api.as("auditor")
                .get(RANKING + "?open=true&band=STRONG&limit=2&cursor=" + cursor, job)
                .then()
                .statusCode(200);
    }

    private UUID one(String name) {
        return java.util.Objects.requireNonNull(applications.get(name));
    }

    private static String gate(JsonNode item, String gate) {
        return StreamSupport.stream(item.path("gates").spliterator(), false)
                .filter(one -> one.path("gate").asText().equals(gate))
                .map(one -> one.path("state").asText())
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids(String query, int limit) {
        List<String> ids = new ArrayList<>();
        String next = "/v1/jobs/" + job + "/decisions?limit=" + limit + (query.isEmpty() ? "" : "&" + query);
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
