package dev.plumbline.local.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.local.LocalFailure;
import dev.plumbline.local.process.Child;
import dev.plumbline.local.process.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL and Kafka in the JVM of {@code deploy/local/platform}. */
final class ServersProcess {
    private static final String READY = "READY ";

    private ServersProcess() {}

    /**
     * PostgreSQL and Kafka in one process.
     *
     * @param fresh whether kept data are dropped before
     */
    static Command command(Layout layout, boolean fresh) throws IOException {
        List<String> line = line(layout, layout.folder(Server.POSTGRES), fresh);
        if (!layout.durable()) {
            // What does not survive a power cut is kept by nobody.
            line.add("--temporary");
        }
        return new Command("PostgreSQL and Kafka", line, Map.of(), layout.logs().resolve("servers.log"), true);
    }

    /** One of them alone, whose data are kept while the other goes on. */
    static Command alone(Server server, Layout layout, Layout.Apart ports, boolean fresh) throws IOException {
        List<String> line = line(layout, layout.folder(server), fresh);
        line.addAll(List.of("--only", server.title()));
        line.addAll(
                switch (server) {
                    case POSTGRES -> List.of("--postgres-port", Integer.toString(ports.postgres()));
                    case KAFKA ->
                        List.of(
                                "--kafka-port",
                                Integer.toString(ports.kafka()),
                                "--kafka-detour",
                                ports.kafkaDetour() + ":" + ports.kafkaAdvertised());
                });
        return new Command(server.title(), line, Map.of(), layout.logs().resolve(server.title() + ".log"), true);
    }

    private static List<String> line(Layout layout, Path folder, boolean fresh) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Java.program(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--sun-misc-unsafe-memory-access=allow"));
        line.add(Java.temporaryFolder(layout));
        line.addAll(layout.caches().options("servers"));
        line.addAll(List.of("-jar", jar(layout).toString(), "--data", folder.toString()));
        line.addAll(List.of("--fsync", layout.durable() ? "on" : "off"));
        if (fresh) {
            line.add("--fresh");
        }
        if (!layout.durable()) {
            // Unpacked once for all that do not stay.
            line.add("--programs");
            line.add(Path.of(
                            System.getProperty("java.io.tmpdir"),
                            "plumbline-postgres-" + System.getProperty("user.name"))
                    .toString());
        }
        return line;
    }

    static Path jar(Layout layout) {
        return layout.repository().resolve("deploy/local/platform/target/platform.jar");
    }

    /** Waits for the line that says where both are. */
    static Servers await(Child child) throws IOException, InterruptedException {
        JsonNode where = where(child);
        return servers(where.required("postgres"), where.required("kafka"));
    }

    /** Waits for the lines of two that run apart. */
    static Servers await(Child postgres, Child kafka) throws IOException, InterruptedException {
        return servers(where(postgres).required("postgres"), where(kafka).required("kafka"));
    }

    private static Servers servers(JsonNode postgres, JsonNode kafka) {
        return new Servers(
                postgres.required("host").asText(),
                postgres.required("port").asInt(),
                postgres.required("user").asText(),
                postgres.required("password").asText(),
                kafka.asText());
    }

    /** The JSON of the line that says where they are. */
    static JsonNode where(Child child) throws IOException, InterruptedException {
        String line = child.readLine();
        if (line == null || !line.startsWith(READY)) {
            throw refusal(child, line);
        }
        try {
            return new ObjectMapper().readTree(line.substring(READY.length()));
        } catch (JsonProcessingException e) {
            throw new LocalFailure("The platform said READY, but not where: " + line, e);
        }
    }

    /** The platform's own last sentence says best why it did not start. */
    private static LocalFailure refusal(Child child, @Nullable String line) throws InterruptedException {
        child.awaitEnd(Duration.ofSeconds(10));
        String last = line == null ? child.lastLine() : line;
        return new LocalFailure(last.isEmpty() ? "PostgreSQL and Kafka did not start." : last);
    }
}
