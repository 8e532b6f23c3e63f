package dev.plumbline.benchmarks.pipeline;

import dev.plumbline.benchmarks.load.Publisher;
import dev.plumbline.benchmarks.load.Workload;
import dev.plumbline.benchmarks.plain.Database;
import java.sql.SQLException;
import java.time.Clock;

/** Publishes rubric versions for all open applications: one while scores come in, one with a kill in its middle. */
final class FanOutRun {
    private static final double NANOS = 1e9;
    private static final long PAUSE_MILLIS = 20;
    private static final int PART_BEFORE_THE_KILL = 4;

    private final Pipeline pipeline;
    private final Workload workload;
    private final DecisionWatch watch;
    private final Quiet quiet;
    private final Database database;

    FanOutRun(Pipeline pipeline, Workload workload, DecisionWatch watch, Quiet quiet) {
        this.pipeline = pipeline;
        this.workload = workload;
        this.watch = watch;
        this.quiet = quiet;
        this.database = pipeline.database();
    }

    /** @param alone latency of single scores at this rate with nothing else going on */
    FanOut measure(int perSecond, Latency alone) throws InterruptedException, SQLException {
        try (Publisher publisher = new Publisher(pipeline.kafka(), 0, Clock.systemUTC())) {
            int first = publish(publisher);
            LatencyRun run = new LatencyRun(workload, publisher);
            watch.tell(run);
            long scores = 0;
            while (database.behind(first) > 0) {
                run.send(perSecond, perSecond, true);
                scores += perSecond;
            }
            quiet.await();
            watch.tell(null);
            Latency meanwhile = Latency.of(perSecond, scores, run.micros());
            double seconds = database.fanOutSeconds(first);

            int second = publish(publisher);
            long reached = awaitPart(second);
            pipeline.kill();
            long begin = System.nanoTime();
            pipeline.startAgain();
            while (database.behind(second) > 0) {
                pipeline.requireAlive();
                Thread.sleep(PAUSE_MILLIS);
            }
            double resumed = (System.nanoTime() - begin) / NANOS;
            quiet.await();
            long decided = database.decisionsUnder(second);
            if (decided != workload.size()) {
                throw new IllegalStateException("%,d decisions under version %d for %,d applications"
                        .formatted(decided, second, workload.size()));
            }
            return new FanOut(workload.size(), seconds, alone, meanwhile, reached, resumed);
        }
    }

    private int publish(Publisher publisher) {
        publisher.send(workload.jobPublishedForAll());
        publisher.flush();
        return workload.version();
    }

    private long awaitPart(int version) throws InterruptedException, SQLException {
        long behind = database.behind(version);
        while (behind > workload.size() - workload.size() / PART_BEFORE_THE_KILL) {
            pipeline.requireAlive();
            Thread.sleep(PAUSE_MILLIS);
            behind = database.behind(version);
        }
        if (behind == 0) {
            throw new IllegalStateException("The fan-out was done before it could be killed: take more applications");
        }
        return workload.size() - behind;
    }
}
