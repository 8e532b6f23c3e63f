package dev.plumbline.benchmarks.pipeline;

import dev.plumbline.benchmarks.plain.Database;
import java.sql.SQLException;
import java.time.Duration;

/** Reads what is used between its start and its end. */
final class Meter {
    private static final double NANOS = 1e9;

    private final Pipeline pipeline;
    private final Database database;
    private final long walBytes;
    private final long commits;
    private final Duration serviceCpu;
    private final Duration clientCpu;
    private final long stored;

    private Meter(Pipeline pipeline) throws SQLException {
        this.pipeline = pipeline;
        this.database = pipeline.database();
        this.stored = database.storedDecisions();
        this.walBytes = database.walBytes();
        this.commits = database.commits();
        this.serviceCpu = pipeline.serviceCpu();
        this.clientCpu = clientCpu();
    }

    static Meter start(Pipeline pipeline) throws SQLException {
        return new Meter(pipeline);
    }

    Cost stop() throws SQLException {
        return new Cost(
                database.walBytes() - walBytes,
                database.commits() - commits,
                pipeline.serviceCpu().minus(serviceCpu).toNanos() / NANOS,
                clientCpu().minus(clientCpu).toNanos() / NANOS);
    }

    /** Decisions stored since the start. */
    long stored() throws SQLException {
        return database.storedDecisions() - stored;
    }

    private static Duration clientCpu() {
        return Pipeline.cpuOf(ProcessHandle.current().pid());
    }
}
