package dev.plumbline.benchmarks.pipeline;

import dev.plumbline.benchmarks.plain.Database;
import dev.plumbline.local.LocalFailure;
import dev.plumbline.local.platform.Layout;
import dev.plumbline.local.platform.LocalPlatform;
import dev.plumbline.local.platform.Progress;
import dev.plumbline.local.platform.Servers;
import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL, Kafka and the decision-service as processes of their own, on free ports, with durable commits, their data
 * below one folder. No other service runs: their facts come from the load.
 */
public final class Pipeline implements AutoCloseable {
    /** One caller makes the calls of many. */
    private static final Map<String, String> ONE_CALLER = Map.of("PLUMBLINE_RATE_LIMIT_ENABLED", "false");

    private final LocalPlatform platform;

    private Pipeline(LocalPlatform platform) {
        this.platform = platform;
    }

    /** One that runs nothing yet; closing it stops whatever was started. */
    public static Pipeline prepare(Path repository, Path home, List<String> serviceJava, Progress progress)
            throws IOException {
        Layout layout = Layout.isolated(repository, home)
                .withDurable(true)
                .withServiceJava(serviceJava)
                .withServiceEnvironment(ONE_CALLER);
        return new Pipeline(LocalPlatform.prepare(layout, progress));
    }

    /** Starts all of it and waits until the service is ready. */
    public void start() throws IOException, InterruptedException {
        platform.startServers(true);
        platform.startIssuer();
        platform.launch(Service.DECISION);
        platform.awaitReady(Service.DECISION);
    }

    /** Ends the service at once, as a crash does. */
    void kill() throws InterruptedException {
        platform.kill(Service.DECISION);
    }

    /** Starts the service that was killed, and waits until it is ready. */
    void startAgain() throws InterruptedException {
        try {
            platform.launch(Service.DECISION);
        } catch (IOException e) {
            throw new UncheckedIOException("The service cannot be started again", e);
        }
        platform.awaitReady(Service.DECISION);
    }

    /** Bootstrap servers. */
    public String kafka() {
        return platform.servers().kafka();
    }

    /** Where the service answers. */
    public URI url() {
        return platform.url(Service.DECISION);
    }

    /** Where tokens are issued. */
    public URI issuerUrl() {
        return platform.issuerUrl();
    }

    /** The service's database. */
    public Database database() {
        Servers servers = platform.servers();
        return new Database(
                servers.jdbcUrl(Service.DECISION),
                Service.DECISION.database(),
                servers.admin(),
                servers.adminPassword());
    }

    /** CPU time that the service's process has used. */
    public Duration serviceCpu() {
        return cpuOf(platform.child(Service.DECISION).pid());
    }

    static Duration cpuOf(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** @throws LocalFailure if a process has ended */
    public void requireAlive() {
        if (platform.failure().isDone()) {
            throw new LocalFailure(platform.failure().join());
        }
    }

    @Override
    public void close() {
        platform.close();
    }
}
