package dev.plumbline.benchmarks.pipeline;

import dev.plumbline.benchmarks.load.Event;
import dev.plumbline.benchmarks.plain.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Loses the decision-service's database and lets it read the whole log again. */
final class ReplayRun {
    /** The consumer groups that remember how far the service has read, one for each kind of input. */
    private static final List<String> GROUPS =
            List.of("decision-service", "decision-service-facts", "decision-service-own-facts");

    private final Pipeline pipeline;
    private final Backlog backlog;

    ReplayRun(Pipeline pipeline, Backlog backlog) {
        this.pipeline = pipeline;
        this.backlog = backlog;
    }

    /** A rebuild of an empty database, from the start of the process to the last decision. */
    @FunctionalInterface
    interface Rebuild {
        Throughput time(long facts, PipelineRun.Load start) throws InterruptedException, SQLException;
    }

    /**
     * Kills the service, empties its database, forgets what was read, and has the rebuild timed.
     *
     * @throws IllegalStateException if not every application has the same current content digest as before
     */
    Throughput measure(Rebuild rebuild) throws IOException, InterruptedException, SQLException {
        Database database = pipeline.database();
        String before = database.contentDigests();
        long facts = backlog.ends(Event.FACT_TOPICS).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        pipeline.kill();
        database.empty();
        for (String group : GROUPS) {
            backlog.forget(group);
        }
        database.settle();
        Throughput replay = rebuild.time(facts, pipeline::startAgain);
        if (!database.contentDigests().equals(before)) {
            throw new IllegalStateException("The replay ended at other content digests");
        }
        return replay;
    }
}
