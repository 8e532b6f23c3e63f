package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.local.platform.LocalPlatform;
import dev.plumbline.local.platform.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every fact again, in any order, and the whole log again into an empty database: the same decisions. */
@ExtendWith(WholePlatform.class)
class DuplicatesAndShufflesTest {
    private static final List<String> GROUPS =
            List.of("decision-service", "decision-service-facts", "decision-service-own-facts");
    private static final int APPLICATIONS = 12;
    private static final long SEED = 20_261_124L;

    private final Platform platform;
    private final Decisions decisions;

    DuplicatesAndShufflesTest(Platform platform) {
        this.platform = platform;
        this.decisions = new Decisions(platform);
    }

    private Clinic decided() {
        Clinic clinic = Clinic.open(platform);
        Random random = new Random(SEED);
        for (int i = 0; i < APPLICATIONS; i++) {
            String application = clinic.apply(random.nextInt(5) > 0);
            for (String section : List.of("hipaa", "billing", "scheduling", "osha-clia", "judgment")) {
                clinic.score(application, section, random.nextInt(101), random.nextInt(11));
            }
            clinic.score(application, "hipaa", random.nextInt(101), random.nextInt(11));
            if (i % 3 == 0) {
                String flag = clinic.raiseFlag(application, "ETHICAL_LAPSE");
                clinic.rule(application, flag, "ETHICAL_LAPSE", i % 2 == 0 ? "DISMISSED" : "CONFIRMED");
            }
        }
        decisions.awaitEqual(clinic.ledger());
        return clinic;
    }

    private void awaitNoLag() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> platform.topics().lag("decision-service-facts", Topics.FACTS) == 0);
    }

    @Test
    void duplicates_in_any_order_change_nothing() throws Exception {
        Clinic clinic = decided();
        awaitNoLag();
        Awaitility.await().until(() -> platform.database(Service.DECISION).outboxDepth() == 0);
        Map<String, String> before = decisions.contentDigests(clinic.ledger());
        int published = platform.topics().read(Topics.DECISIONS).size();

        List<ConsumerRecord<String, byte[]>> again =
                new ArrayList<>(platform.topics().read(Topics.FACTS));
        again.addAll(List.copyOf(again));
        Collections.shuffle(again, new Random(SEED));
        platform.topics().republish(again);
        awaitNoLag();

        assertThat(before).hasSize(APPLICATIONS);
        assertThat(decisions.contentDigests(clinic.ledger())).isEqualTo(before);
        decisions.awaitEqual(clinic.ledger());
        assertThat(platform.database(Service.DECISION).outboxDepth()).isZero();
        assertThat(platform.topics().read(Topics.DECISIONS)).hasSize(published);
    }

    @Test
    void an_empty_database_is_rebuilt_from_the_topics_to_the_same_digests() throws Exception {
        Clinic clinic = decided();
        awaitNoLag();
        Map<String, String> before = decisions.contentDigests(clinic.ledger());

        platform.kill(Service.DECISION);
        try (var connection = platform.database(Service.DECISION).connect();
                var statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public authorization decision");
        }
        for (String group : GROUPS) {
            platform.topics().forgetOnceEmpty(group);
        }
        platform.restart(Service.DECISION);

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(decisions.contentDigests(clinic.ledger())).isEqualTo(before));
        decisions.awaitEqual(clinic.ledger());
    }

    @Test
    void a_rebuild_whose_instance_is_killed_is_ended_by_another_one_where_its_readers_go_on_too() throws Exception {
        Clinic clinic = decided();
        awaitNoLag();
        Map<String, String> before = decisions.contentDigests(clinic.ledger());
        List<String> applications = clinic.ledger().applications();
        Set<String> lost = Set.copyOf(applications.subList(0, APPLICATIONS / 2));
        Http operator = platform.as("operator", Service.DECISION);
        LocalPlatform.Another another =
                platform.startAnother(Service.DECISION, Path.of(System.getProperty("plumbline.root")));
        String rebuild;
        try (MovingReader reader = MovingReader.begin(platform, another.url())) {
            rebuild = killInRebuild(operator, lost, applications.getLast());
            Clinic meanwhile = Clinic.open(platform);
            String late = meanwhile.apply(true);
            platform.restart(Service.DECISION);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> operator.get(rebuild)
                                    .expect(200)
                                    .json()
                                    .path("status")
                                    .asText(),
                            "FINISHED"::equals);
            decisions.awaitEqual(meanwhile.ledger());
            reader.checkWentOver(late);
        } finally {
            platform.kill(another.child());
        }

        assertThat(decisions.contentDigests(clinic.ledger())).isEqualTo(before);
        Set<String> differing = new TreeSet<>();
        operator.get(rebuild + "/differences?limit=500")
                .expect(200)
                .json()
                .path("items")
                .forEach(difference -> differing.add(difference.path("subject").asText()));
        assertThat(differing).containsAll(lost);
        assertThat(differing).doesNotContainAnyElementsOf(applications.subList(APPLICATIONS / 2, APPLICATIONS));
        decisions.awaitEqual(clinic.ledger());
    }

    /**
     * Loses decisions, begins a rebuild, and kills its instance when it has come to an application that is held.
     *
     * @return where the rebuild is looked at
     */
    private String killInRebuild(Http operator, Set<String> lost, String held) throws Exception {
        try (var connection = platform.database(Service.DECISION).connect();
                var statement = connection.createStatement()) {
            for (String application : lost) {
                statement.execute("delete from application where id = '" + UUID.fromString(application) + "'");
                statement.execute("delete from decision where application_id = '" + UUID.fromString(application) + "'");
            }
            // It cannot get past this one until its instance is dead.
            connection.setAutoCommit(false);
            statement.execute("select id from application where id = '" + UUID.fromString(held) + "' for update");
            String rebuild = "/v1/operations/rebuilds/"
                    + operator.post("/v1/operations/rebuilds", "").expect(202).id();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> platform.database(Service.DECISION)
                                    .count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                            + " and query like '%for update%'")
                            > 0);
            operator.post("/v1/operations/rebuilds", "").expect(409);
            platform.kill(Service.DECISION);
            return rebuild;
        }
    }
}
