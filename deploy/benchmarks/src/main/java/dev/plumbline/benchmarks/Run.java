package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.faults.FaultReport;
import dev.plumbline.benchmarks.faults.LongRun;
import dev.plumbline.benchmarks.load.ShippedJob;
import dev.plumbline.benchmarks.load.Workload;
import dev.plumbline.benchmarks.micro.MicroRun;
import dev.plumbline.benchmarks.pipeline.FanOut;
import dev.plumbline.benchmarks.pipeline.Pipeline;
import dev.plumbline.benchmarks.pipeline.PipelineRun;
import dev.plumbline.benchmarks.pipeline.Throughput;
import dev.plumbline.benchmarks.plain.Database;
import dev.plumbline.benchmarks.plain.PlainSql;
import dev.plumbline.benchmarks.reads.ReadRun;
import dev.plumbline.benchmarks.webhook.WebhookRun;
import dev.plumbline.local.LocalFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The command {@code deploy/benchmarks/run}. */
public final class Run {
    private static final Logger LIBRARIES = Logger.getLogger("org.apache.kafka");
    private static final int CONNECTIONS = 4;
    private static final int BATCH = 500;
    private static final double ONE_BY_ONE_FLOOR = 3;
    private static final double ONE_BY_ONE_AIM = 6;
    private static final double BATCH_FLOOR = 0.7;
    private static final double BATCH_AIM = 1;

    private static final double READ_FLOOR = 0.35;
    private static final double READ_AIM = 0.6;
    private static final double REPLAY_FLOOR = 1;
    private static final double REPLAY_AIM = 3;
    private static final double DELAY_CEILING_SECONDS = 1;
    private static final double DELAY_AIM_SECONDS = 0.5;
    private static final double HUNG_CEILING = 2;
    private static final double HUNG_AIM = 1.1;
    private static final double MILLIS = 1000;
    private static final Set<Options.Part> ON_APPLICATIONS =
            EnumSet.complementOf(EnumSet.of(Options.Part.WEBHOOKS, Options.Part.MICRO, Options.Part.FAULTS));
    private static final Set<Options.Part> ON_PIPELINE =
            EnumSet.complementOf(EnumSet.of(Options.Part.MICRO, Options.Part.FAULTS));

    private final Path repository;
    private final Options options;
    private final Results results = new Results();

    private Run(Path repository, Options options) {
        this.repository = repository;
        this.options = options;
    }

    /** See {@link Options}. Exit code 2 for a command line that is not understood, 1 for a run that failed. */
    public static void main(String[] arguments) {
        LIBRARIES.setLevel(Level.WARNING);
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                System.out.print(Options.USAGE);
                return;
            }
            new Run(Path.of(System.getProperty("plumbline.root", ".")).toAbsolutePath(), options).run();
        } catch (IllegalArgumentException e) {
            fail(2, e.getMessage());
        } catch (LocalFailure | IllegalStateException | IOException | SQLException e) {
            fail(1, e.getMessage());
        } catch (InterruptedException e) {
            fail(1, "The benchmark was interrupted.");
        }
    }

    private static void fail(int code, @Nullable String sentence) {
        System.err.println(sentence);
        System.exit(code);
    }

    private void run() throws IOException, SQLException, InterruptedException {
        Machine machine = Machine.here();
        Instant time = Instant.now();
        Report report = new Report(options, machine, results);
        try {
            if (options.parts().contains(Options.Part.MICRO)) {
                say("The decision core, by JMH");
                results.addAll(MicroRun.run(repository, options.forks()));
            }
            if (options.parts().stream().anyMatch(ON_PIPELINE::contains)) {
                pipeline();
            }
            if (options.parts().contains(Options.Part.FAULTS)) {
                faults();
            }
        } finally {
            report.lines().forEach(System.out::println);
            say("Written to " + report.write(target().resolve("results"), time));
        }
    }

    private Path target() {
        return repository.resolve("deploy/benchmarks/target");
    }

    /** On the disk of the project: the temporary folder may be in memory, where durable commits cost nothing. */
    private void pipeline() throws IOException, SQLException, InterruptedException {
        try (RunFolder folder = RunFolder.create(place());
                Pipeline pipeline = Pipeline.prepare(repository, folder.path(), options.serviceJava(), Run::say)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                pipeline.close();
                folder.close();
            }));
            pipeline.start();
            results.addPostgres(pipeline.database().settings());
            if (options.parts().stream().anyMatch(ON_APPLICATIONS::contains)) {
                onApplications(pipeline);
            }
            if (options.parts().contains(Options.Part.WEBHOOKS)) {
                webhooks(pipeline);
            }
        }
    }

    /** @throws IllegalStateException if something does not hold; the table says what */
    private void faults() throws IOException, InterruptedException {
        say("Faults, one after the other, while scores come in over HTTP");
        try (RunFolder folder = RunFolder.create(place())) {
            FaultReport report = new LongRun(
                            new LongRun.Settings(
                                    options.scores(),
                                    options.seed(),
                                    options.serviceJava(),
                                    options.clockLibrary(),
                                    options.only()),
                            Run::say)
                    .run(repository, folder.path());
            results.setFaults(report);
            if (!report.isWhole()) {
                say("The logs are kept in " + folder.keep("logs", target()));
                throw new IllegalStateException("Not everything holds.");
            }
        }
    }

    private Path place() {
        Path home = options.home();
        return home == null ? target() : home;
    }

    private void onApplications(Pipeline pipeline) throws IOException, SQLException, InterruptedException {
        Workload workload = new Workload(ShippedJob.read(repository), options.applications(), options.seed());
        try (PipelineRun run = new PipelineRun(pipeline, workload, Run::say)) {
            measure(run, pipeline, workload);
        } catch (SQLException | IllegalStateException e) {
            // Where a process has ended, that says more than what broke here because of it.
            pipeline.requireAlive();
            throw e;
        }
    }

    /** After everything else, so that nothing else pays for it. */
    private void webhooks(Pipeline pipeline) throws IOException, InterruptedException {
        int perSecond = Math.max(1, options.perSecond() / 2);
        say("%,d decisions/s for webhooks, for %,d s with none and %,d s with one that hangs"
                .formatted(perSecond, options.seconds(), options.seconds()));
        WebhookRun.Isolation isolation = new WebhookRun(pipeline, options.seed()).measure(perSecond, options.seconds());
        results.setIsolation(isolation);
        results.add(new Results.Ratio(
                "healthy webhooks' p99, one hung / none hung",
                isolation.oneHung() / isolation.noneHung(),
                HUNG_CEILING,
                HUNG_AIM));
    }

    private void measure(PipelineRun run, Pipeline pipeline, Workload workload)
            throws IOException, SQLException, InterruptedException {
        say("%,d applications, %,d facts each".formatted(options.applications(), Workload.FACTS_IN_PLACE));
        results.add(run.seed());
        if (options.parts().contains(Options.Part.THROUGHPUT)) {
            say("%,d scores".formatted(options.scores()));
            results.add(run.scores(options.scores()));
        }
        if (options.parts().contains(Options.Part.LATENCY)) {
            say("%,d scores/s for %,d s".formatted(options.perSecond(), options.seconds()));
            results.setLatency(run.latency(options.perSecond(), options.seconds()));
        }
        if (options.parts().contains(Options.Part.READS)) {
            reads(pipeline, workload);
        }
        if (options.parts().contains(Options.Part.SIMULATION)) {
            say("A draft rubric on all applications");
            results.add(run.simulation());
        }
        if (options.parts().contains(Options.Part.REPLAY)) {
            replay(run);
        }
        if (options.parts().contains(Options.Part.FAN_OUT)) {
            say("A rubric for all open applications, with %,d scores/s".formatted(options.perSecond()));
            fanOut(run);
        }
        // Last: it writes decisions that no facts led to.
        if (options.parts().contains(Options.Part.THROUGHPUT)) {
            plain(run, pipeline.database());
        }
    }

    private void fanOut(PipelineRun run) throws SQLException, InterruptedException {
        FanOut fanOut = run.fanOut(options.perSecond(), options.seconds());
        results.setFanOut(fanOut);
        results.add(new Results.Ratio(
                "p99 of single scores, during a fan-out less alone, in seconds",
                fanOut.delayMillis() / MILLIS,
                DELAY_CEILING_SECONDS,
                DELAY_AIM_SECONDS));
    }

    private void reads(Pipeline pipeline, Workload workload) throws IOException, SQLException, InterruptedException {
        say("Decisions read over HTTP and by select");
        ReadRun.Reads reads = new ReadRun(pipeline, workload).measure(options.seconds());
        results.add(reads.rest());
        results.add(reads.again());
        results.add(reads.select());
        results.add(Results.Ratio.of(reads.rest(), reads.select(), READ_FLOOR, READ_AIM));
        results.add(Results.Ratio.of(reads.again(), reads.select(), READ_FLOOR, READ_AIM));
    }

    /** Against the scores of the same run; without them, against the facts that came in live. */
    private void replay(PipelineRun run) throws IOException, SQLException, InterruptedException {
        say("The whole log again, into an empty database");
        Throughput replay = results.add(run.replay());
        results.add(Results.Ratio.of(replay, live(), REPLAY_FLOOR, REPLAY_AIM));
    }

    private Throughput live() {
        return results.throughputs().stream()
                .filter(it -> it.name().equals(PipelineRun.SCORES))
                .findFirst()
                .orElseGet(() -> results.throughputs().getFirst());
    }

    private void plain(PipelineRun run, Database database) throws SQLException, InterruptedException {
        Throughput pipeline = live();
        PlainSql plain = run.plainSql();
        say("The same in plain SQL, in batches of %d on one connection".formatted(BATCH));
        Throughput inBatches = results.add(run.plain(
                "plain SQL in batches of " + BATCH,
                options.scores(),
                applications -> plain.inBatches(applications, BATCH)));
        say("The same in plain SQL, one by one on %d connections".formatted(CONNECTIONS));
        Throughput oneByOne = results.add(run.plain(
                "plain SQL one by one on " + CONNECTIONS + " connections",
                options.scores(),
                applications -> plain.oneByOne(applications, CONNECTIONS)));
        results.add(Results.Ratio.of(pipeline, oneByOne, ONE_BY_ONE_FLOOR, ONE_BY_ONE_AIM));
        results.add(Results.Ratio.of(pipeline, inBatches, BATCH_FLOOR, BATCH_AIM));
        results.addRowBytes("application", database.rowBytes("application"));
        results.addRowBytes("decision", database.rowBytes("decision"));
        results.addRowBytes("outbox", database.rowBytes("plain.outbox"));
    }

    private static void say(String line) {
        System.out.println(line);
        // Who watches a file of it sees it move.
        System.out.flush();
    }
}
