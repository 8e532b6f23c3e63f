package dev.plumbline.benchmarks.faults;

import dev.plumbline.e2e.Clinic;
import dev.plumbline.e2e.Platform;
import dev.plumbline.e2e.RunningPlatform;
import dev.plumbline.e2e.faults.ConsumerFaults;
import dev.plumbline.e2e.faults.Fault;
import dev.plumbline.e2e.faults.FaultRun;
import dev.plumbline.e2e.faults.Faults;
import dev.plumbline.e2e.faults.Faults.Way;
import dev.plumbline.e2e.faults.HostileEvents;
import dev.plumbline.e2e.faults.LongFaults;
import dev.plumbline.e2e.faults.LostTopics;
import dev.plumbline.e2e.faults.RefusingReceiver;
import dev.plumbline.e2e.faults.ScoreLoad;
import dev.plumbline.e2e.faults.WebhookReceiver;
import dev.plumbline.local.platform.Layout;
import dev.plumbline.local.platform.Progress;
import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every fault there is, one after the other, while other systems send scores over HTTP. */
public final class LongRun {
    private static final int APPLICATIONS = 500;
    private static final int SYSTEMS = 8;
    private static final long SMALL_DISK = 16L << 30;
    private static final Duration A_WHILE = Duration.ofSeconds(5);
    private static final Duration LATE = Duration.ofMillis(200);
    private static final int DUPLICATES = 1;

    private final Settings settings;
    private final Progress progress;

    /**
     * How long and with what.
     *
     * @param scores to be acknowledged in all, at least
     * @param clockLibrary libfaketime's; null where there is none
     * @param only parts of the names of the faults that are wanted; empty for all
     */
    public record Settings(
            long scores,
            long seed,
            List<String> serviceJava,
            @Nullable Path clockLibrary,
            List<String> only) {
        /** Keeps its own copies. */
        public Settings {
            serviceJava = List.copyOf(serviceJava);
            only = List.copyOf(only);
        }
    }

    /** One that has not begun. */
    public LongRun(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @param home where the platform lies
     * @return what came of it, also where something does not hold or the run ends early
     */
    public FaultReport run(Path repository, Path home) throws IOException, InterruptedException {
        Layout layout = Layout.isolated(repository, home).withDurable(true).withServiceJava(settings.serviceJava());
        try (RunningPlatform running = RunningPlatform.start(layout)) {
            Thread atTheEnd = new Thread(() -> closeQuietly(running));
            Runtime.getRuntime().addShutdownHook(atTheEnd);
            FaultReport report = strike(running.platform(), home);
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
            return report;
        }
    }

    private FaultReport strike(Platform platform, Path home) throws IOException, InterruptedException {
        List<String> leftOut = new ArrayList<>();
        List<Fault> faults = faults(home, leftOut);
        Clinic clinic = Clinic.open(platform);
        WebhookReceiver receiver = WebhookReceiver.register(platform, clinic);
        progress.say("%,d applications".formatted(APPLICATIONS));
        for (int i = 0; i < APPLICATIONS; i++) {
            clinic.apply(true);
        }
        try (receiver;
                RefusingReceiver refusing = RefusingReceiver.open(platform);
                ScoreLoad load = new ScoreLoad(clinic, SYSTEMS, settings.seed())) {
            FaultRun run = new FaultRun(platform, load, receiver, refusing);
            Course course = new Course(run, load, settings.scores() / faults.size(), progress);
            course.runAll(faults);
            return course.report(leftOut);
        }
    }

    private List<Fault> faults(Path home, List<String> leftOut) throws IOException {
        List<Fault> faults = new ArrayList<>(ofProcesses());
        faults.addAll(ofConnections());
        faults.addAll(List.of(
                HostileEvents.poison(),
                HostileEvents.newerSchema(),
                LongFaults.instances(2),
                LongFaults.instances(4),
                HostileEvents.duplicatesInAnyOrder(DUPLICATES, settings.seed())));
        Path library = settings.clockLibrary();
        if (library == null) {
            leftOut.add("clock two days ahead: no library for it was named (--faketime)");
        } else {
            faults.add(LongFaults.clockAhead(library));
        }
        if (Files.getFileStore(home).getTotalSpace() > SMALL_DISK) {
            leftOut.add("full disk: the run does not lie on a small disk of its own (--home)");
        } else {
            faults.add(LongFaults.fullDisk());
        }
        return settings.only().isEmpty() ? faults : chosen(faults, leftOut);
    }

    private List<Fault> chosen(List<Fault> all, List<String> leftOut) {
        List<Fault> chosen = all.stream()
                .filter(fault -> settings.only().stream().anyMatch(fault.name()::contains))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalStateException("No fault has a name with any of " + settings.only() + " in it: "
                    + all.stream().map(Fault::name).toList());
        }
        leftOut.add("%d faults that were not asked for (--only)".formatted(all.size() - chosen.size()));
        return chosen;
    }

    private static List<Fault> ofProcesses() {
        return List.of(
                Faults.killWithFullOutbox(Service.JOB),
                Faults.killWithFullOutbox(Service.ASSESSMENT),
                Faults.killWithFullOutbox(Service.INTERVIEW),
                Faults.killWithFullOutbox(Service.DECISION),
                Faults.killDecisionServiceMidBatch(),
                ConsumerFaults.killMidBatch(Service.JOB),
                ConsumerFaults.killMidBatch(Service.ASSESSMENT),
                ConsumerFaults.killMidBatch(Service.INTERVIEW),
                Faults.killPostgres(),
                Faults.killBroker(),
                Faults.suspendDecisionService(),
                Faults.suspendOneOfTwo(),
                // Before the events that others publish in an owner's name: nobody publishes those again.
                LostTopics.lose(Service.ASSESSMENT, "plumbline.assessments.v1"),
                LostTopics.loseDecisions());
    }

    private static List<Fault> ofConnections() {
        List<Fault> faults = new ArrayList<>();
        for (Way way : Way.values()) {
            faults.add(Faults.cut(way));
            faults.add(Faults.blackHole(way, A_WHILE));
            faults.add(Faults.delay(way, LATE, A_WHILE));
            faults.add(Faults.halfOpen(way));
        }
        return faults;
    }

    private static void closeQuietly(RunningPlatform running) {
        try {
            running.close();
        } catch (IOException e) {
            System.err.println("A proxy cannot be closed: " + e.getMessage());
        }
    }
}
