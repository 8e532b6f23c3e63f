package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.TestKafka;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The decisions topic, lost and written again: kept events and decisions made again of the history, byte for byte. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class RepublishedDecisionsTest {
    private static final String PATH = "/v1/operations/republications";
    private static final String CHANGED = "dev.plumbline.decision.changed.v1";

    private final UUID job = Ids.next();
    private DatabaseLocks database;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void look() {
        database = new DatabaseLocks(dataSource);
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(60));
    }

    private UUID erasedAfterAVerdict() {
        UUID application = DecidedApplication.of(job);
        Api.as("hiring-manager")
                .body("{\"verdict\": \"HOLD\", \"decisionNumber\": 3, \"reason\": \"She has asked for time.\"}")
                .put("/v1/applications/{id}/verdict", application)
                .then()
                .statusCode(200);
        Published.send(Published.erased(application, 1), Published.section(application, "hard", 2, 91));
        Api.awaitNumber(application, 4);
        await("the erasure")
                .until(() -> !database.query(
                                "select application_id from erased_application where application_id = ?", application)
                        .isEmpty());
        return application;
    }

    /** To another job, where it has another id and waits for a rubric at first; a waiver is lifted meanwhile. */
    private UUID moved() {
        UUID application = DecidedApplication.of(job);
        UUID other = Ids.next();
        Published.send(TestKafka.event(
                Published.APPLICATIONS,
                application.toString(),
                "dev.plumbline.application.reinstated.v1",
                "/plumbline/job-service",
                Ids.next().toString(),
                """
                {"applicationId": "%s", "revision": 2, "status": "SUBMITTED", "jobId": "%s", "rubricVersion": 1,
                 "externalId": "moved-\u00e9"}""".formatted(application, other)));
        TestKafka.awaitNoLag("decision-service-facts", Published.APPLICATIONS);
        Api.as("hiring-manager")
                .delete("/v1/applications/{id}/waivers/soft", application)
                .then()
                .statusCode(204);
        Published.publishJob(other, Rubrics.clinic(80));
        Api.awaitNumber(application, 4);
        return application;
    }

    private void lose() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.deleteTopics(List.of(Published.DECISIONS)).all().get();
            await("a lost topic").until(() -> !admin.listTopics().names().get().contains(Published.DECISIONS));
        }
    }

    private static String republish() {
        return Api.as("operator")
                .body("{\"topic\": \"" + Published.DECISIONS + "\"}")
                .post(PATH)
                .then()
                .statusCode(202)
                .body("topic", equalTo(Published.DECISIONS))
                .extract()
                .header("Location");
    }

    private static void awaitDone(String location) {
        await("the end of the republication")
                .until(() -> Api.json(Api.as("auditor").get(location)).hasNonNull("finishedAt"));
    }

    /** One that is asked for so many seconds from now on, of which everything up to this decision is done. */
    private UUID resumeAt(UUID application, int number, int seconds) {
        UUID id = Ids.next();
        database.update(
                "insert into republication (id, topic, done_key, done_to, requested_at)"
                        + " select ?, ?, application_id::text, event_place, now() + ? * interval '1 second'"
                        + " from decision where application_id = ? and number = ?",
                id,
                Published.DECISIONS,
                seconds,
                application,
                number);
        return id;
    }

    @Test
    void a_lost_topic_has_the_same_events_again_and_those_of_each_application_in_their_order() throws Exception {
        Scene scene = Scene.play();
        Published.publishJob(job, Rubrics.CLINIC);
        List<UUID> applications = new ArrayList<>(scene.ids());
        applications.addAll(List.of(DecidedApplication.of(job), erasedAfterAVerdict(), moved()));
        database.awaitEmptyOutbox();
        Map<String, List<String>> before = DecisionRecords.of(applications);
        assertThat(before).hasSameSizeAs(applications);
        assertThat(DecisionRecords.types(applications)).hasSize(4).contains(CHANGED);
        assertThat(DecisionRecords.one(applications.getLast(), before).getLast())
                .contains("moved-\u00e9");

        lose();
        awaitDone(republish());

        assertThat(DecisionRecords.of(applications)).isEqualTo(before);
        // What comes afterwards comes behind them, and links to the last one.
        UUID one = applications.get(scene.ids().size());
        int number = Api.decision(one).path("number").asInt();
        Published.send(Published.section(one, "hard", 2, 50));
        Api.awaitNumber(one, number + 1);
        database.awaitEmptyOutbox();
        assertThat(DecisionRecords.one(one, DecisionRecords.of(List.of(one))))
                .startsWith(DecisionRecords.one(one, before).toArray(String[]::new))
                .hasSize(DecisionRecords.one(one, before).size() + 1);
    }

    @Test
    void who_takes_over_goes_on_behind_what_was_done() {
        Published.publishJob(job, Rubrics.CLINIC);
        List<UUID> applications = decided(3);
        database.awaitEmptyOutbox();
        Map<String, List<String>> before = DecisionRecords.of(applications);

        awaitDone(PATH + "/" + resumeAt(applications.get(1), 2, -1));

        Map<String, List<String>> after = DecisionRecords.of(applications);
        assertThat(added(before, after, applications.get(0))).isEmpty();
        // Two decisions were done; the waiver and the decision that it led to were not.
        List<String> middle = DecisionRecords.one(applications.get(1), before);
        assertThat(middle).hasSize(4);
        assertThat(added(before, after, applications.get(1))).isEqualTo(middle.subList(2, 4));
        assertThat(added(before, after, applications.get(2)))
                .isEqualTo(DecisionRecords.one(applications.get(2), before));
    }

    /** In the order in which their events are written again. */
    private List<UUID> decided(int count) {
        return Stream.generate(() -> DecidedApplication.of(job))
                .limit(count)
                .sorted()
                .toList();
    }

    private static List<String> added(
            Map<String, List<String>> before, Map<String, List<String>> after, UUID application) {
        List<String> now = DecisionRecords.one(application, after);
        return now.subList(DecisionRecords.one(application, before).size(), now.size());
    }

    @Test
    void a_relay_that_dies_before_it_has_noted_what_it_sent_sends_it_again() throws Exception {
        Published.publishJob(job, Rubrics.CLINIC);
        List<UUID> applications = decided(2);
        database.awaitEmptyOutbox();
        Map<String, List<String>> before = DecisionRecords.of(applications);
        UUID id = resumeAt(applications.get(0), 1, 3);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table republication in share mode");
            // It has sent by then.
            String waiting =
                    "select pid::text from pg_locks where relation = 'republication'::regclass and not granted";
            await("the relay").until(() -> !database.query(waiting).isEmpty());
            database.query("select pg_terminate_backend(pid)::text from pg_locks"
                    + " where relation = 'republication'::regclass and not granted");
            connection.rollback();
            connection.setAutoCommit(true);
        }
        awaitDone(PATH + "/" + id);

        Map<String, List<String>> after = DecisionRecords.of(applications);
        List<String> first = DecisionRecords.one(applications.get(0), before);
        List<String> left = first.subList(1, first.size());
        assertThat(added(before, after, applications.get(0))).isEqualTo(twice(left));
        List<String> second = DecisionRecords.one(applications.get(1), before);
        assertThat(added(before, after, applications.get(1))).isEqualTo(twice(second));
    }

    private static List<String> twice(List<String> events) {
        return Stream.concat(events.stream(), events.stream()).toList();
    }
}
