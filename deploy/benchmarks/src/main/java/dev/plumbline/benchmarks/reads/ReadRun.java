package dev.plumbline.benchmarks.reads;

import dev.plumbline.benchmarks.load.Workload;
import dev.plumbline.benchmarks.pipeline.Cost;
import dev.plumbline.benchmarks.pipeline.Pipeline;
import dev.plumbline.benchmarks.pipeline.SimulationCall;
import dev.plumbline.benchmarks.pipeline.Throughput;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads the current decisions of random applications over {@value #CONNECTIONS} connections, as fast as each is answered:
 * over HTTP with its explanation, each of them anew or those of a few applications again and again, and with one select of
 * the row's summary by its key, as pgbench does. In turns, so that all have the same machine.
 */
public final class ReadRun {
    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 3;
    /** So many applications are asked for again and again: what is hired for at one time. */
    private static final int FEW = 500;

    private static final int WARM_UP_SECONDS = 40;
    private static final double NANOS = 1e9;
    private static final String SELECT =
            "select number, recommendation, band, complete, chain_digest from application where id = ?";

    private final Pipeline pipeline;
    private final Workload workload;

    public ReadRun(Pipeline pipeline, Workload workload) {
        this.pipeline = pipeline;
        this.workload = workload;
    }

    /**
     * What was measured.
     *
     * @param rest of all applications
     * @param again of a few
     */
    public record Reads(Throughput rest, Throughput again, Throughput select) {}

    /** One kind of reading and what it has come to. */
    private final class Kind {
        private final String name;
        private final Callable<Reader> open;
        private final int applications;
        private long count;
        private double seconds;
        private Duration cpu = Duration.ZERO;

        Kind(String name, Callable<Reader> open, int applications) {
            this.name = name + " on " + CONNECTIONS + " connections";
            this.open = open;
            this.applications = applications;
        }

        void run(int forSeconds) throws InterruptedException {
            Duration cpuBefore = pipeline.serviceCpu();
            long begin = System.nanoTime();
            count += ReadRun.read(open, applications, forSeconds);
            seconds += (System.nanoTime() - begin) / NANOS;
            cpu = cpu.plus(pipeline.serviceCpu().minus(cpuBefore));
        }

        Throughput throughput() {
            return new Throughput(name, count, seconds, 0, 0, 0, new Cost(0, 0, cpu.toNanos() / NANOS, 0));
        }
    }

    /** Reads until it is closed. */
    private interface Reader extends AutoCloseable {
        void read(int application) throws IOException, SQLException;

        @Override
        void close() throws IOException, SQLException;
    }

    /** Measures for so many seconds of each kind. */
    public Reads measure(int seconds) throws IOException, SQLException, InterruptedException {
        String token;
        try (SimulationCall call = new SimulationCall(pipeline.url(), pipeline.issuerUrl())) {
            token = call.token();
        }
        Callable<Reader> http = () -> overHttp(token);
        int few = Math.min(FEW, workload.size());
        Kind rest = new Kind("decision read over HTTP", http, workload.size());
        Kind again = new Kind("decision of " + few + " read again over HTTP", http, few);
        Kind select = new Kind("select", this::overSql, workload.size());
        read(http, workload.size(), WARM_UP_SECONDS);
        read(http, few, WARM_UP_SECONDS / 2);
        read(this::overSql, workload.size(), WARM_UP_SECONDS / 2);
        int each = Math.max(1, seconds / ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            for (Kind kind : List.of(rest, again, select)) {
                kind.run(each);
            }
        }
        return new Reads(rest.throughput(), again.throughput(), select.throughput());
    }

    /** How many were read, each of them to its end. */
    private static long read(Callable<Reader> open, int applications, int seconds) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                SplittableRandom random = new SplittableRandom(i);
                counts.add(threads.submit(() -> {
                    long count = 0;
                    try (Reader reader = open.call()) {
                        while (System.nanoTime() < end) {
                            reader.read(random.nextInt(applications));
                            count++;
                        }
                    }
                    return count;
                }));
            }
            long all = 0;
            for (Future<Long> count : counts) {
                all += count.get();
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A decision cannot be read: " + e.getCause(), e);
        }
    }

    private Reader overHttp(String token) throws IOException {
        Connection11 connection = new Connection11(pipeline.url(), token);
        return new Reader() {
            @Override
            public void read(int application) throws IOException {
                connection.get("/v1/applications/" + workload.application(application) + "/decision");
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    private Reader overSql() throws SQLException {
        Connection connection = pipeline.database().connect();
        PreparedStatement select = connection.prepareStatement(SELECT);
        return new Reader() {
            @Override
            public void read(int application) throws SQLException {
                select.setObject(1, workload.application(application));
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next() || row.getString(2).isEmpty()) {
                        throw new IllegalStateException("An application is missing");
                    }
                }
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }
}
