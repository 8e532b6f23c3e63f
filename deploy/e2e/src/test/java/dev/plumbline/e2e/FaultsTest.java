package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.e2e.faults.ConsumerFaults;
import dev.plumbline.e2e.faults.Fault;
import dev.plumbline.e2e.faults.FaultRun;
import dev.plumbline.e2e.faults.Faults;
import dev.plumbline.e2e.faults.Faults.Way;
import dev.plumbline.e2e.faults.HostileEvents;
import dev.plumbline.e2e.faults.LostTopics;
import dev.plumbline.e2e.faults.RefusingReceiver;
import dev.plumbline.e2e.faults.ScoreLoad;
import dev.plumbline.e2e.faults.Survived;
import dev.plumbline.e2e.faults.WebhookReceiver;
import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The short set of faults, each while scores are on their way: it recovers without a hand, and everything holds. One clinic
 * and one ledger for all of them, so that what one fault has left the next one meets.
 */
@ExtendWith(WholePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
    private static final int APPLICATIONS = 8;
    private static final int SYSTEMS = 2;
    private static final long SEED = 20_261_124L;
    private static final Duration A_WHILE = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofMillis(200);

    private final Platform platform;
    private final ScoreLoad load;
    private final FaultRun run;

    private final WebhookReceiver receiver;
    private final RefusingReceiver refusing;

    FaultsTest(Platform platform) throws IOException {
        this.platform = platform;
        Clinic clinic = Clinic.open(platform);
        receiver = WebhookReceiver.register(platform, clinic);
        for (int i = 0; i < APPLICATIONS; i++) {
            clinic.apply(true);
        }
        load = new ScoreLoad(clinic, SYSTEMS, SEED);
        refusing = RefusingReceiver.open(platform);
        run = new FaultRun(platform, load, receiver, refusing);
    }

    @AfterEach
    void heal() throws Exception {
        platform.detours().postgres().heal();
        platform.detours().kafka().heal();
        platform.restartEnded();
    }

    @AfterAll
    void stop() throws Exception {
        try (load;
                receiver;
                refusing) {
            assertThat(run.refusedToTheEnd().violations()).isEmpty();
        }
    }

    private void survive(Fault fault) throws Exception {
        Instant begin = Instant.now();
        Survived survived = run.survive(fault, 0);
        System.out.printf(
                "%-60s %s; lasted %.1f s, recovered in %.1f s, checked after %.1f s, %d scores, %d unanswered%n",
                survived.fault(),
                survived.flight(),
                survived.lasted().toMillis() / 1000.0,
                survived.recovered().toMillis() / 1000.0,
                Duration.between(begin, Instant.now()).toMillis() / 1000.0,
                survived.scores(),
                survived.unanswered());
        assertThat(survived.findings())
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.violations()).as(finding.invariant()).isEmpty());
        assertThat(survived.flight().isAny()).as("work on its way").isTrue();
    }

    @Test
    void postgres_dies() throws Exception {
        survive(Faults.killPostgres());
    }

    @Test
    void the_broker_dies() throws Exception {
        survive(Faults.killBroker());
    }

    @Test
    @Tag("faults")
    void one_of_two_instances_stops_and_the_other_dies() throws Exception {
        survive(Faults.suspendOneOfTwo());
    }

    @Test
    void the_only_instance_stops() throws Exception {
        survive(Faults.suspendDecisionService());
    }

    @Test
    void connections_are_cut() throws Exception {
        survive(Faults.cut(Way.POSTGRES));
        survive(Faults.cut(Way.KAFKA));
    }

    @Test
    void nothing_passes_to_postgres() throws Exception {
        survive(Faults.blackHole(Way.POSTGRES, A_WHILE));
    }

    @Test
    @Tag("faults")
    void nothing_passes_to_kafka() throws Exception {
        survive(Faults.blackHole(Way.KAFKA, A_WHILE));
    }

    /** Those to Kafka are given up as well, after half a minute: the long run waits for that. */
    @Test
    @Tag("faults")
    void half_open_connections_are_given_up() throws Exception {
        survive(Faults.halfOpen(Way.POSTGRES));
    }

    @Test
    @Tag("faults")
    void everything_passes_late() throws Exception {
        survive(Faults.delay(Way.POSTGRES, LATE, A_WHILE));
        survive(Faults.delay(Way.KAFKA, LATE, A_WHILE));
    }

    /** In every build {@link KilledServicesTest} kills them with full outboxes. */
    @Test
    @Tag("faults")
    void each_service_dies_while_a_batch_is_open() throws Exception {
        survive(Faults.killDecisionServiceMidBatch());
        for (Service service : List.of(Service.JOB, Service.ASSESSMENT, Service.INTERVIEW)) {
            survive(ConsumerFaults.killMidBatch(service));
        }
    }

    @Test
    void a_topic_is_lost() throws Exception {
        survive(LostTopics.lose(Service.ASSESSMENT, "plumbline.assessments.v1"));
    }

    /** Of a database that was not lost before: events of an earlier one cannot be made again, and other tests of a build lose it. */
    @Test
    @Tag("faults")
    void the_decisions_topic_is_lost_and_its_owner_dies_while_it_writes_it_again() throws Exception {
        survive(LostTopics.loseDecisions());
    }

    @Test
    void hostile_events_change_nothing() throws Exception {
        survive(HostileEvents.poison());
        survive(HostileEvents.newerSchema());
    }

    /** In every build {@link DuplicatesAndShufflesTest} does the same without a load. */
    @Test
    @Tag("faults")
    void every_fact_again_changes_nothing() throws Exception {
        survive(HostileEvents.duplicatesInAnyOrder(3, SEED));
    }
}
