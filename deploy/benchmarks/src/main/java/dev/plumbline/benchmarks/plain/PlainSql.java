package dev.plumbline.benchmarks.plain;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The decision transaction in plain SQL: what a pipeline has to be compared with. */
public final class PlainSql {
    private final Database database;
    private final PlainTables tables;

    /**
     * Prepares it on the tables as they are now.
     *
     * @param samples rows of the outbox as the service wrote them
     */
    public PlainSql(Database database, List<OutboxSample> samples) throws SQLException {
        this.database = database;
        this.tables = PlainTables.prepare(database, samples);
    }

    /** Scores one by one, a transaction each, the connections in parallel; returns when all are committed. */
    public void oneByOne(List<UUID> applications, int connections) throws SQLException, InterruptedException {
        List<OneByOne> workers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                workers.add(new OneByOne(database, tables));
            }
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                List<UUID> share = share(applications, i, connections);
                OneByOne worker = workers.get(i);
                running.add(threads.submit(() -> {
                    for (UUID application : share) {
                        worker.score(application);
                    }
                    return null;
                }));
            }
            await(running);
        } finally {
            for (OneByOne worker : workers) {
                worker.close();
            }
        }
    }

    /** Scores in batches, a transaction each, on one connection. */
    public void inBatches(List<UUID> applications, int size) throws SQLException {
        try (InBatches batches = new InBatches(database, tables)) {
            for (int from = 0; from < applications.size(); from += size) {
                batches.scores(applications.subList(from, Math.min(from + size, applications.size())));
            }
        }
    }

    private static List<UUID> share(List<UUID> applications, int index, int of) {
        return applications.subList(
                (int) ((long) applications.size() * index / of), (int) ((long) applications.size() * (index + 1) / of));
    }

    private static void await(List<Future<Void>> running) throws SQLException, InterruptedException {
        for (Future<Void> worker : running) {
            try {
                worker.get();
            } catch (ExecutionException e) {
                throw new SQLException("The plain SQL failed: " + e.getCause(), e);
            }
        }
    }
}
