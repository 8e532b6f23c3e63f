package dev.plumbline.benchmarks.pipeline;

import dev.plumbline.benchmarks.load.Publisher;
import dev.plumbline.benchmarks.load.Workload;
import dev.plumbline.benchmarks.plain.PlainSql;
import dev.plumbline.local.platform.Progress;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The phases of a run against one pipeline, in whatever order; each waits until nothing is on its way. */
public final class PipelineRun implements AutoCloseable {
    /** What {@link #scores} is called. */
    public static final String SCORES = "pipeline";

    private static final double NANOS = 1e9;
    private static final double TENTH = 0.1;
    private static final int BULK_LINGER_MILLIS = 20;
    private static final int WARM_UP_SECONDS = 5;

    private final Pipeline pipeline;
    private final Workload workload;
    private final DecisionWatch watch;
    private final Backlog backlog;
    private final Quiet quiet;

    /** On a pipeline that has started. */
    public PipelineRun(Pipeline pipeline, Workload workload, Progress progress) {
        this.pipeline = pipeline;
        this.workload = workload;
        this.watch = new DecisionWatch(pipeline.kafka());
        this.backlog = new Backlog(pipeline.kafka());
        this.quiet = new Quiet(pipeline, backlog, watch, progress);
    }

    /** Publishes the job, then the facts that are in place for every application. */
    public Throughput seed() throws InterruptedException, SQLException {
        try (Publisher publisher = bulk()) {
            publisher.send(workload.jobPublished());
            publisher.flush();
            quiet.awaitJob();
            return measure("facts in place", (long) workload.size() * Workload.FACTS_IN_PLACE, () -> {
                for (int i = 0; i < workload.size(); i++) {
                    workload.factsInPlace(i).forEach(publisher::send);
                }
                publisher.flush();
            });
        }
    }

    /** Has the service read the whole log into an empty database; it must end at the same decisions. */
    public Throughput replay() throws IOException, InterruptedException, SQLException {
        return new ReplayRun(pipeline, backlog)
                .measure((facts, start) -> measure("replay of the whole log", facts, start));
    }

    /** Publishes a rubric for all open applications while scores come in, and another one with a kill in its middle. */
    public FanOut fanOut(int perSecond, int seconds) throws InterruptedException, SQLException {
        return new FanOutRun(pipeline, workload, watch, quiet).measure(perSecond, latency(perSecond, seconds));
    }

    /** Publishes scores as fast as Kafka takes them, while the pipeline works on them. */
    public Throughput scores(long scores) throws InterruptedException, SQLException {
        pipeline.database().settle();
        try (Publisher publisher = bulk()) {
            return allStored(measure(SCORES, scores, () -> {
                for (long i = 0; i < scores; i++) {
                    publisher.send(workload.nextScore());
                }
                publisher.flush();
            }));
        }
    }

    private Publisher bulk() {
        return new Publisher(pipeline.kafka(), BULK_LINGER_MILLIS, Clock.systemUTC());
    }

    /** What brings events in. */
    @FunctionalInterface
    interface Load {
        void run() throws InterruptedException;
    }

    /** From before the first event is sent until the last decision is received. */
    private Throughput measure(String name, long events, Load send) throws InterruptedException, SQLException {
        Timeline timeline = watch.newTimeline();
        long before = watch.changed();
        Meter meter = Meter.start(pipeline);
        long begin = System.nanoTime();
        timeline.add(begin, before);
        send.run();
        quiet.await();
        double seconds = (watch.lastNanos() - begin) / NANOS;
        return new Throughput(
                name,
                events,
                seconds,
                timeline.rateBetween(TENTH, 1 - TENTH),
                meter.stored(),
                watch.changed() - before,
                meter.stop());
    }

    /** Sends scores at a fixed rate and times each. */
    public Latency latency(int perSecond, int seconds) throws InterruptedException, SQLException {
        try (Publisher publisher = new Publisher(pipeline.kafka(), 0, Clock.systemUTC())) {
            LatencyRun run = new LatencyRun(workload, publisher);
            run.send(perSecond, (long) perSecond * WARM_UP_SECONDS, false);
            watch.tell(run);
            long scores = (long) perSecond * seconds;
            run.send(perSecond, scores, true);
            quiet.await();
            watch.tell(null);
            return Latency.of(perSecond, scores, run.micros());
        }
    }

    /** Decides all applications under a draft rubric in one call; the second one counts, the first warms up. */
    public Throughput simulation() throws IOException, InterruptedException, SQLException {
        try (SimulationCall call = new SimulationCall(pipeline.url(), pipeline.issuerUrl())) {
            String token = call.token();
            String draft = call.draft(workload);
            call.run(workload, draft, token);
            Meter meter = Meter.start(pipeline);
            long begin = System.nanoTime();
            int decided =
                    call.run(workload, draft, token).required("applications").asInt();
            double seconds = (System.nanoTime() - begin) / NANOS;
            if (decided != workload.size()) {
                throw new IllegalStateException(
                        "%,d of %,d applications were simulated".formatted(decided, workload.size()));
            }
            return new Throughput("simulation of a draft", decided, seconds, 0, meter.stored(), 0, meter.stop());
        }
    }

    /** The plain SQL on this pipeline's tables, with rows as large as the pipeline's own. */
    public PlainSql plainSql() throws SQLException {
        return new PlainSql(pipeline.database(), watch.samples());
    }

    /** Plain SQL that scores applications. */
    @FunctionalInterface
    public interface Plain {
        /** Returns when all is committed. */
        void score(List<UUID> applications) throws SQLException, InterruptedException;
    }

    /** Times plain SQL over as many scores with random keys, while the pipeline is idle. */
    public Throughput plain(String name, int scores, Plain plain) throws SQLException, InterruptedException {
        List<UUID> applications = workload.randomApplications(scores);
        plain.score(applications.subList(0, Math.min(scores / 10, applications.size())));
        pipeline.database().settle();
        Meter meter = Meter.start(pipeline);
        long begin = System.nanoTime();
        plain.score(applications);
        double seconds = (System.nanoTime() - begin) / NANOS;
        pipeline.requireAlive();
        return allStored(new Throughput(name, scores, seconds, 0, meter.stored(), 0, meter.stop()));
    }

    /** Every score changes the evidence, so each has its decision: what left some out was fast for nothing. */
    private static Throughput allStored(Throughput throughput) {
        if (throughput.stored() != throughput.events()) {
            throw new IllegalStateException("%s: %,d decisions were stored for %,d scores"
                    .formatted(throughput.name(), throughput.stored(), throughput.events()));
        }
        return throughput;
    }

    @Override
    public void close() {
        watch.close();
        backlog.close();
    }
}
