package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.e2e.faults.Fault;
import dev.plumbline.e2e.faults.FaultRun;
import dev.plumbline.e2e.faults.Faults;
import dev.plumbline.e2e.faults.Faults.Way;
import dev.plumbline.e2e.faults.HostileEvents;
import dev.plumbline.e2e.faults.ScoreLoad;
import dev.plumbline.e2e.faults.Survived;
import dev.plumbline.e2e.faults.WebhookReceiver;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The short set of faults, each while scores are on their way: it recovers without a hand, and everything holds. */
@ExtendWith(WholePlatform.class)
@Tag("faults")
class FaultsTest {
    private static final int APPLICATIONS = 8;
    private static final int SYSTEMS = 2;
    private static final long SEED = 20_261_124L;
    private static final Duration PAST_THE_SESSION = Duration.ofSeconds(7);

    private final Platform platform;
    private final ScoreLoad load;
    private final FaultRun run;

    private final WebhookReceiver receiver;

    FaultsTest(Platform platform) throws IOException {
        this.platform = platform;
        Clinic clinic = Clinic.open(platform);
        receiver = WebhookReceiver.register(platform, clinic);
        for (int i = 0; i < APPLICATIONS; i++) {
            clinic.apply(true);
        }
        load = new ScoreLoad(clinic, SYSTEMS, SEED);
        run = new FaultRun(platform, load, receiver);
    }

    @AfterEach
    void stop() {
        platform.detours().postgres().heal();
        platform.detours().kafka().heal();
        load.close();
        receiver.close();
    }

    private void survive(Fault fault) throws Exception {
        Survived survived = run.survive(fault, 0);
        System.out.printf(
                "%-60s %s; lasted %.1f s, recovered in %.1f s, %d scores, %d unanswered%n",
                survived.fault(),
                survived.flight(),
                survived.lasted().toMillis() / 1000.0,
                survived.recovered().toMillis() / 1000.0,
                survived.scores(),
                survived.unanswered());
        assertThat(survived.findings())
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.violations()).as(finding.invariant()).isEmpty());
        assertThat(survived.flight().isAny()).as("work on its way").isTrue();
    }

    @Test
    void processes_die_and_stop() throws Exception {
        survive(Faults.killPostgres());
        survive(Faults.killBroker());
        survive(Faults.suspendDecisionService(PAST_THE_SESSION));
    }

    @Test
    void connections_break() throws Exception {
        survive(Faults.cut(Way.POSTGRES));
        survive(Faults.cut(Way.KAFKA));
        survive(Faults.blackHole(Way.POSTGRES, Duration.ofSeconds(2)));
        survive(Faults.blackHole(Way.KAFKA, Duration.ofSeconds(2)));
    }

    /** Those to Kafka are given up as well, after half a minute: the long run waits for that. */
    @Test
    void half_open_connections_are_given_up() throws Exception {
        survive(Faults.halfOpen(Way.POSTGRES));
    }

    @Test
    void hostile_events_change_nothing() throws Exception {
        survive(HostileEvents.poison());
        survive(HostileEvents.newerSchema());
        survive(HostileEvents.duplicatesInAnyOrder(3, SEED));
    }
}
