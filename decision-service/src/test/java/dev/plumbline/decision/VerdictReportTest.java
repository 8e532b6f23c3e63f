package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class VerdictReportTest {
    private static final String REPORT = "/v1/reports/verdicts";
    private static final String REASON = "Two references spoke for her.";
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    private final UUID job = Ids.next();
    private final String ana = "ana-" + job;
    private final String ben = "ben-" + job;

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void publish_the_job() {
        Published.publishJob(job, Rubrics.CLINIC);
    }

    @Test
    void counts_what_each_person_said_against_what_was_recommended() {
        UUID strong = decided("ADVANCE");
        UUID failed = decided("REJECT");
        UUID pending = decided("PENDING");
        UUID flagged = decided("DISCUSS");
        look(ana, failed);
        look(ana, strong);
        give(ana, strong, "HIRE", null);
        give(ana, failed, "REJECT", null);
        give(ana, pending, "HIRE", REASON);
        give(ana, flagged, "HOLD", null);
        look(ben, strong);
        look(ben, flagged);
        look(ben, pending);
        give(ben, strong, "HOLD", null);
        give(ben, strong, "REJECT", REASON);
        give(ben, failed, "HIRE", REASON);
        give(ben, flagged, "REJECT", null);
        give(ben, pending, "REJECT", null);

        List<JsonNode> report = report(all());

        assertThat(report).extracting(one -> one.path("person").asText()).containsExactly(ana, ben);
        JsonNode first = report.getFirst();
        assertThat(counts(first))
                .isEqualTo("verdicts 4 replaced 0 agreed 2/2 1.0000 few true"
                        + " overrides 0 1 0 people 0 0 0 holds 1 unknown 0 looks 2 without 2");
        assertThat(counts(report.getLast()))
                .isEqualTo("verdicts 4 replaced 1 agreed 0/2 0.0000 few true"
                        + " overrides 1 0 1 people 0 1 1 holds 0 unknown 0 looks 3 without 1");
        assertThat(first.path("dwell").path("medianMillis").asLong()).isBetween(0L, 60_000L);
        assertThat(first.path("dwell").path("tenthPercentileMillis").isNull()).isTrue();
    }

    @Test
    void times_are_counted_to_the_first_word_and_a_past_report_stays_as_it_is() throws SQLException {
        for (int i = 1; i <= 11; i++) {
            UUID application = Ids.next();
            insert("insert into application (id, job_id, facts) values (?, ?, '')", application, job);
            insert(
                    "insert into explanation_seen values (?, 3, ?, ?)",
                    application,
                    ana,
                    BEGIN.minusMillis(i * 1000L).minusNanos(400_000));
            verdict(application, 1, "HOLD", BEGIN);
            verdict(application, 2, "HIRE", BEGIN.plusSeconds(3600));
        }
        String march = "&from=2026-03-02T09:00:00Z&to=";

        JsonNode before = report(all() + march + "2026-03-02T10:00:00Z").getFirst();
        assertThat(counts(before))
                .startsWith("verdicts 11 replaced 0")
                .contains("holds 11 unknown 0 looks 11 without 0");
        JsonNode after = report(all() + march + "2026-03-02T10:00:00.000001Z").getFirst();
        assertThat(counts(after))
                .startsWith("verdicts 11 replaced 11")
                .contains("holds 0 unknown 11 looks 11 without 0");
        // To the first word: the second, an hour later, makes it no longer.
        for (JsonNode one : List.of(before, after)) {
            assertThat(one.path("dwell").path("medianMillis").asLong()).isEqualTo(6000);
            assertThat(one.path("dwell").path("tenthPercentileMillis").asLong()).isEqualTo(2000);
            assertThat(one.path("dwell").path("ninetiethPercentileMillis").asLong())
                    .isEqualTo(10_000);
        }
        assertThat(report(all() + "&from=2026-03-02T10:00:00.000001Z")).isEmpty();
        assertThat(report(all() + "&to=2026-03-02T09:00:00Z")).isEmpty();
    }

    @Test
    void a_number_that_a_rebuild_gave_to_another_decision_is_another_decision() throws SQLException {
        UUID application = Ids.next();
        insert("insert into application (id, job_id, facts) values (?, ?, '')", application, job);
        verdict(application, 1, "HOLD", BEGIN);
        insert("insert into verdict values (?, 2, 'HOLD', 3, 'other', false, ?, ?, null)", application, ana, BEGIN);

        assertThat(counts(report(all()).getFirst())).startsWith("verdicts 2 replaced 0");
    }

    @Test
    void a_look_that_a_rebuild_brought_back_under_another_number_counts() throws SQLException {
        UUID strong = decided("ADVANCE");
        look(ana, strong);
        give(ana, strong, "HIRE", null);
        insert("update decision set number = number + 1000 where application_id = ?", strong);
        assertThat(counts(report(all()).getFirst())).endsWith("looks 0 without 1");

        insert("update explanation_seen set number = number + 1000 where application_id = ?", strong);
        assertThat(counts(report(all()).getFirst())).endsWith("looks 1 without 0");
    }

    @Test
    void a_look_at_another_decision_that_has_the_number_now_does_not() throws SQLException {
        UUID strong = decided("ADVANCE");
        look(ana, strong);
        give(ana, strong, "HIRE", null);
        insert("update verdict set content_digest = 'other' where application_id = ?", strong);

        assertThat(counts(report(all()).getFirst())).endsWith("looks 0 without 1");
    }

    @Test
    void a_look_after_the_verdict_is_none() throws SQLException {
        UUID application = Ids.next();
        insert("insert into application (id, job_id, facts) values (?, ?, '')", application, job);
        verdict(application, 1, "HIRE", BEGIN);
        insert("insert into explanation_seen values (?, 3, ?, ?)", application, ana, BEGIN.plusMillis(1));

        assertThat(counts(report(all()).getFirst())).endsWith("looks 0 without 1");
    }

    @Test
    void pages_go_from_person_to_person() throws SQLException {
        List<String> people = List.of("Zoe", "a", "ab", "b\u00e9", "b\ud83d\ude00");
        for (String person : people) {
            UUID application = Ids.next();
            insert("insert into application (id, job_id, facts) values (?, ?, '')", application, job);
            insert("insert into verdict values (?, 1, 'HIRE', 3, '', false, ?, ?, null)", application, person, BEGIN);
        }
        List<String> found = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            Response page = ask(all() + "&limit=2" + cursor);
            page.then().statusCode(200);
            found.addAll(page.path("items.person"));
            String next = page.path("next");
            assertThat(page.header("Link") != null).isEqualTo(next != null);
            cursor = next == null ? null : "&cursor=" + next;
        }
        assertThat(found).isEqualTo(people);
    }

    @ParameterizedTest
    @CsvSource({
        "jobId=1-2-3-4-5, jobId",
        "from=yesterday, from",
        "to=2026-03-02, to",
        "from=-1000000000-01-01T00:00:00Z, from",
        "to=%2B300000-01-01T00:00:00Z, to",
        "from=2026-03-02T09:00:00Z&to=2026-03-02T09:00:00Z, to",
        "limit=0, limit",
        "limit=501, limit",
        "limit=many, limit",
        "cursor=%00, cursor",
        "cursor=AA, cursor",
        "form=2026-03-02T09:00:00Z, form",
    })
    void refuses_what_it_cannot_use(String query, String parameter) {
        ask(query).then().statusCode(422).body("type", equalTo("/problems/invalid-parameter"));
        assertThat(ask(query).asString()).contains(parameter);
    }

    private String all() {
        return "jobId=" + job;
    }

    private static Response ask(String query) {
        RequestSpecification auditor = Api.as("auditor").urlEncodingEnabled(false);
        return auditor.get(REPORT + "?" + query);
    }

    private static List<JsonNode> report(String query) {
        Response answer = ask(query);
        answer.then().statusCode(200);
        List<JsonNode> items = new ArrayList<>();
        Api.json(answer).path("items").forEach(items::add);
        return items;
    }

    private static String counts(JsonNode one) {
        JsonNode overrides = one.path("overrides");
        JsonNode people = one.path("leftToPeople");
        return "verdicts %s replaced %s agreed %s/%s %s few %s overrides %s %s %s people %s %s %s holds %s unknown %s looks %s without %s"
                .formatted(
                        one.path("verdicts"),
                        one.path("replaced"),
                        one.path("agreement").path("agreed"),
                        one.path("agreement").path("compared"),
                        one.path("agreement").path("rate").asText(),
                        one.path("few"),
                        overrides.path("hireOnReject"),
                        overrides.path("hireOnPending"),
                        overrides.path("rejectOnAdvance"),
                        people.path("hireOnDiscuss"),
                        people.path("rejectOnDiscuss"),
                        people.path("rejectOnPending"),
                        one.path("holds"),
                        one.path("onUnknown"),
                        one.path("dwell").path("count"),
                        one.path("dwell").path("withoutLook"));
    }

    private UUID decided(String recommendation) {
        UUID application = Ids.next();
        Published.send(Published.submitted(application, job, 1));
        // Facts of another topic that came first would be decided with the submission: one decision less.
        Api.awaitNumber(application, 1);
        switch (recommendation) {
            case "ADVANCE" -> Published.send(Published.strong(application));
            case "REJECT" -> Published.send(Published.section(application, "hard", 1, 10));
            case "DISCUSS" -> {
                Published.send(Published.strong(application));
                Api.awaitRecommendation(application, "ADVANCE");
                Published.send(Published.flag(application, "rf", 1, "RAISED"));
            }
            default -> Published.send(Published.section(application, "hard", 1, 90));
        }
        Api.awaitNumber(application, 2);
        Api.awaitRecommendation(application, recommendation);
        return application;
    }

    private static void look(String person, UUID application) {
        Api.asPerson(person, "hiring-manager")
                .get("/v1/applications/{id}/decision", application)
                .then()
                .statusCode(200);
    }

    private static void give(String person, UUID application, String verdict, @Nullable String reason) {
        String text = reason == null ? "" : "\"reason\": \"" + reason + "\", ";
        int number = Api.decision(application).path("number").asInt();
        Api.asPerson(person, "hiring-manager")
                .body("{\"verdict\": \"" + verdict + "\", " + text + "\"decisionNumber\": " + number + "}")
                .put("/v1/applications/{id}/verdict", application)
                .then()
                .statusCode(200);
    }

    private void verdict(UUID application, long revision, String verdict, Instant at) throws SQLException {
        insert(
                "insert into verdict values (?, " + revision + ", '" + verdict + "', 3, '', false, ?, ?, null)",
                application,
                ana,
                at);
    }

    private void insert(String sql, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i] instanceof Instant instant ? java.sql.Timestamp.from(instant) : values[i];
                insert.setObject(i + 1, value);
            }
            insert.executeUpdate();
        }
    }
}
