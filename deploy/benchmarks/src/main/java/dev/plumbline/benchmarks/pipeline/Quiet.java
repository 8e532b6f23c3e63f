package dev.plumbline.benchmarks.pipeline;

import dev.plumbline.benchmarks.load.Event;
import dev.plumbline.benchmarks.plain.Database;
import dev.plumbline.local.platform.Progress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Waits until nothing is on its way any more: every fact taken and committed, every event out of the outbox, every
 * published decision seen. Checked in the order of the flow, so that nothing can slip by between two checks.
 */
final class Quiet {
    private static final long PAUSE_MILLIS = 100;
    private static final Duration SAY_EVERY = Duration.ofSeconds(10);
    private static final Duration STUCK = Duration.ofMinutes(3);

    private final Pipeline pipeline;
    private final Backlog backlog;
    private final DecisionWatch watch;
    private final Database database;
    private final Progress progress;

    Quiet(Pipeline pipeline, Backlog backlog, DecisionWatch watch, Progress progress) {
        this.pipeline = pipeline;
        this.backlog = backlog;
        this.watch = watch;
        this.database = pipeline.database();
        this.progress = progress;
    }

    /** @throws IllegalStateException if nothing moves for three minutes */
    void await() throws InterruptedException, SQLException {
        long begin = System.nanoTime();
        long said = begin;
        long moved = begin;
        long last = -1;
        while (true) {
            pipeline.requireAlive();
            long left = backlog.facts();
            if (left == 0 && database.isOutboxEmpty() && watch.hasReached(backlog.ends(List.of(DecisionWatch.TOPIC)))) {
                return;
            }
            long now = System.nanoTime();
            if (left - watch.changed() != last) {
                last = left - watch.changed();
                moved = now;
            } else if (now - moved > STUCK.toNanos()) {
                throw new IllegalStateException(
                        "The decision-service stands still with %,d facts before it".formatted(left));
            }
            if (now - said > SAY_EVERY.toNanos()) {
                progress.say("  %,d facts to go, %,d decisions published".formatted(left, watch.changed()));
                said = now;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Waits until the published job is known, so that no application has to wait for it. */
    void awaitJob() throws InterruptedException {
        while (backlog.left(List.of(Event.Kind.JOB_PUBLISHED.topic())) > 0) {
            pipeline.requireAlive();
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
