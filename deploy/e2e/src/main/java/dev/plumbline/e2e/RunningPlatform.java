package dev.plumbline.e2e;

import dev.plumbline.e2e.faults.TcpProxy;
import dev.plumbline.local.platform.Layout;
import dev.plumbline.local.platform.LocalPlatform;
import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The whole platform, started for faults: PostgreSQL and Kafka can be killed each for itself, and between them and the
 * decision-service stand proxies.
 */
public final class RunningPlatform implements AutoCloseable {
    /** Logs as in production; the local platform's are plain. */
    private static final Map<String, String> AS_IN_PRODUCTION = Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");

    /**
     * Sessions as short as the local broker allows, so that dead members are soon noticed; lost connections as well, and a
     * webhook whose attempt was broken off; what a receiver refuses is soon given up, and the issuer's keys are soon read
     * again. The load of many systems comes from one.
     */
    private static final Map<String, String> FAULTS_SOON_NOTICED = Map.ofEntries(
            Map.entry("PLUMBLINE_RATE_LIMIT_ENABLED", "false"),
            Map.entry("KAFKA_SESSION_TIMEOUT_MS", "3000"),
            Map.entry("KAFKA_HEARTBEAT_INTERVAL_MS", "1000"),
            Map.entry("PLUMBLINE_DATABASE_ANSWER_SECONDS", "5"),
            Map.entry("PLUMBLINE_DATABASE_IDLE_TRANSACTION", "5s"),
            Map.entry("PLUMBLINE_OUTBOX_SILENCE", "5S"),
            Map.entry("PLUMBLINE_OUTBOX_REPUBLISH_AFTER", "2S"),
            Map.entry("PLUMBLINE_LAG_INTERVAL", "1S"),
            Map.entry("PLUMBLINE_READINGS_INTERVAL", "1S"),
            Map.entry("QUARKUS_OIDC_TOKEN_FORCED_JWK_REFRESH_INTERVAL", "1S"),
            Map.entry("PLUMBLINE_WEBHOOKS_SCHEDULE", "1s,2s,3s,5s"),
            Map.entry("PLUMBLINE_WEBHOOKS_TIMEOUT", "2S"),
            Map.entry("PLUMBLINE_WEBHOOKS_CLAIM_MARGIN", "1S"));

    private final LocalPlatform processes;
    private final Platform platform;
    private final Detours detours;

    private RunningPlatform(LocalPlatform processes, Platform platform, Detours detours) {
        this.processes = processes;
        this.platform = platform;
        this.detours = detours;
    }

    /**
     * The ways of the decision-service to its servers.
     *
     * @param postgres to its database
     * @param kafka to the topics
     */
    public record Detours(TcpProxy postgres, TcpProxy kafka) implements AutoCloseable {
        static Detours open() throws IOException {
            return new Detours(TcpProxy.listen(), TcpProxy.listen());
        }

        Layout wire(Layout layout, Layout.Apart ports, Map<String, String> settings) {
            postgres.leadTo(ports.postgres());
            kafka.leadTo(ports.kafkaDetour());
            Map<String, String> all = new HashMap<>(settings);
            all.putAll(AS_IN_PRODUCTION);
            all.putAll(layout.serviceEnvironment());
            Map<String, String> own = new HashMap<>(all);
            own.put(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    "jdbc:postgresql://localhost:%d/%s".formatted(postgres.port(), Service.DECISION.database()));
            own.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + kafka.port());
            return layout.withServersApart(ports).withServiceEnvironment(all).withEnvironmentOf(Service.DECISION, own);
        }

        @Override
        public void close() throws IOException {
            postgres.close();
            kafka.close();
        }
    }

    /**
     * Starts all of it and waits until it is ready.
     *
     * @param bare where it lies; what faults need is added
     * @throws IllegalStateException if it does not start; its logs are left
     */
    public static RunningPlatform start(Layout bare) throws IOException {
        Detours detours = Detours.open();
        Layout layout = detours.wire(bare, Layout.Apart.free(detours.kafka().port()), FAULTS_SOON_NOTICED);
        LocalPlatform processes = LocalPlatform.prepare(layout, line -> {});
        RunningPlatform running = new RunningPlatform(processes, new Platform(processes, layout, detours), detours);
        try {
            processes.start(true);
            return running;
        } catch (IOException | InterruptedException | RuntimeException e) {
            running.close();
            throw new IllegalStateException(
                    "The platform did not start: %s Logs are in %s.".formatted(e.getMessage(), layout.logs()), e);
        }
    }

    /** What runs. */
    public Platform platform() {
        return platform;
    }

    @Override
    public void close() throws IOException {
        processes.close();
        detours.close();
    }
}
