package dev.plumbline.local.platform;

import dev.plumbline.local.process.Command;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a service is started: its settings come from the environment, as in production. */
final class ServiceProcess {
    private ServiceProcess() {}

    static Command command(Service service, Layout layout, Servers servers) throws IOException {
        return command(service, service.title(), layout, servers, Map.of());
    }

    /** One more of a service that runs, on a port of its own. */
    static Command another(Service service, Layout layout, Servers servers, int port, Map<String, String> environment)
            throws IOException {
        Map<String, String> own = new HashMap<>(environment);
        own.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return command(service, service.title() + "-" + port, layout, servers, own);
    }

    private static Command command(
            Service service, String name, Layout layout, Servers servers, Map<String, String> own) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Java.program());
        line.addAll(layout.serviceJava());
        line.add(Java.temporaryFolder(layout));
        line.addAll(layout.caches().options(service.title()));
        line.add("-jar");
        line.add(service.jar(layout.repository()).toString());
        Map<String, String> environment = environment(service, layout, servers);
        environment.putAll(own);
        return Command.of(name, line, environment, layout.logs().resolve(name + ".log"));
    }

    private static Map<String, String> environment(Service service, Layout layout, Servers servers) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(layout.port(service)));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", servers.jdbcUrl(service));
        environment.put("QUARKUS_DATASOURCE_USERNAME", service.database());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", service.database());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", servers.kafka());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", "http://localhost:" + layout.issuerPort());
        // People read these logs, and whoever says how a service ended quotes its last line.
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        // Requests under way may end, but a whole platform has to be down within ten seconds.
        environment.put("QUARKUS_SHUTDOWN_TIMEOUT", "1S");
        // After a crash the consumers that are gone are waited for no longer than this.
        environment.put("KAFKA_SESSION_TIMEOUT_MS", "10000");
        environment.put("KAFKA_HEARTBEAT_INTERVAL_MS", "3000");
        environment.putAll(own(service, layout));
        environment.putAll(layout.serviceEnvironment());
        environment.putAll(layout.ownEnvironment().getOrDefault(service, Map.of()));
        return environment;
    }

    /** What only this service needs. */
    private static Map<String, String> own(Service service, Layout layout) throws IOException {
        return switch (service) {
            case ASSESSMENT ->
                Map.of(
                        "PLUMBLINE_SESSIONS_KEY",
                        LocalSecrets.keep(layout.data(), "sessions-key"),
                        "PLUMBLINE_SESSIONS_PUBLIC_URL",
                        "http://localhost:" + layout.port(service));
            case DECISION ->
                Map.of(
                        "PLUMBLINE_DECISION_KEYS_SIGNING_KEY_FILE",
                        LocalSecrets.keepSigningKey(layout.data(), "decision-key.pem")
                                .toString(),
                        "PLUMBLINE_WEBHOOKS_KEY",
                        LocalSecrets.keep(layout.data(), "webhooks-key"),
                        // Receivers are on this machine.
                        "PLUMBLINE_WEBHOOKS_ALLOW_PRIVATE",
                        "true");
            case JOB, INTERVIEW -> Map.of();
        };
    }
}
