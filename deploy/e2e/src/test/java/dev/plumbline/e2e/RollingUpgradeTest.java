package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.e2e.faults.FaultRun;
import dev.plumbline.e2e.faults.Finding;
import dev.plumbline.e2e.faults.RefusingReceiver;
import dev.plumbline.e2e.faults.ScoreLoad;
import dev.plumbline.e2e.faults.Survived;
import dev.plumbline.e2e.faults.WebhookReceiver;
import dev.plumbline.e2e.upgrade.RollingUpgrade;
import dev.plumbline.local.platform.Layout;
import dev.plumbline.local.platform.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The services of another build, by the system property {@code plumbline.upgrade.from} that of an earlier commit, are
 * replaced by those of this one while they are called: {@code deploy/e2e/upgrade services} builds both and runs this.
 */
@Tag("upgrade")
class RollingUpgradeTest {
    private static final int APPLICATIONS = 8;
    private static final int SYSTEMS = 2;
    private static final long SEED = 20_261_201L;
    /** Consumers of events before those who publish them: whoever publishes something new is understood already. */
    private static final List<Service> ORDER =
            List.of(Service.DECISION, Service.INTERVIEW, Service.ASSESSMENT, Service.JOB);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    /**
     * Brokers of builds from before 2026-12-01 allow no shorter sessions. And nothing is broken here that has to be
     * noticed soon, but the machine is busy: a service that waits for a processor in a transaction is not given up.
     */
    private static final Map<String, String> PATIENCE = Map.of(
            "KAFKA_SESSION_TIMEOUT_MS", "6000",
            "KAFKA_HEARTBEAT_INTERVAL_MS", "2000",
            "PLUMBLINE_DATABASE_ANSWER_SECONDS", "60",
            "PLUMBLINE_DATABASE_IDLE_TRANSACTION", "60s",
            "PLUMBLINE_OUTBOX_SILENCE", "90S");

    @Test
    void each_service_is_replaced_under_load_and_everything_holds() throws Exception {
        Path from = Path.of(System.getProperty("plumbline.upgrade.from"));
        Path to = Path.of(System.getProperty("plumbline.root"));
        // Builds from before 2026-12-01 refuse a schema that is newer than they are.
        boolean wayBack = !Boolean.getBoolean("plumbline.upgrade.one-way");
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        try (RunningPlatform running =
                RunningPlatform.start(Layout.isolated(from, home).withServiceEnvironment(PATIENCE))) {
            Platform platform = running.platform();
            Clinic clinic = Clinic.open(platform);
            try (WebhookReceiver receiver = WebhookReceiver.register(platform, clinic);
                    RefusingReceiver refusing = RefusingReceiver.open(platform)) {
                for (int i = 0; i < APPLICATIONS; i++) {
                    clinic.apply(true);
                }
                try (ScoreLoad load = new ScoreLoad(clinic, SYSTEMS, SEED)) {
                    FaultRun run = new FaultRun(platform, load, receiver, refusing);
                    replaceAll(platform, run, new RollingUpgrade(to, wayBack));
                }
            }
        }
    }

    private static void replaceAll(Platform platform, FaultRun run, RollingUpgrade upgrade) throws Exception {
        for (Service service : ORDER) {
            Survived survived = run.survive(upgrade.of(service), 0);
            System.out.printf(
                    "%s; %d scores, %d unanswered; %s when the old one ended, quiet after %.1f s; %d invariants hold%n",
                    upgrade.replaced().getLast(),
                    survived.scores(),
                    survived.unanswered(),
                    survived.flight(),
                    survived.recovered().toMillis() / 1000.0,
                    survived.findings().stream().filter(Finding::holds).count());
            assertThat(survived.findings())
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.violations())
                            .as(finding.invariant())
                            .isEmpty());
            assertThat(survived.flight().isAny()).as("work on its way").isTrue();
            assertThat(survived.unanswered() + upgrade.replaced().getLast().unanswered())
                    .as("calls without an answer")
                    .isZero();
            for (Service any : Service.values()) {
                assertThat(platform.database(any).count("select count(*) from dead_letter"))
                        .as("dead letters of " + any.title())
                        .isZero();
            }
        }
    }
}
