package dev.plumbline.local.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.local.LocalFailure;
import dev.plumbline.local.process.Child;
import dev.plumbline.local.process.Command;
import java.io.IOException;
import java.nio.file.Files;
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

    /** @param fresh whether kept data are dropped before */
    static Command command(Layout layout, boolean fresh) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Java.program(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--sun-misc-unsafe-memory-access=allow"));
        if (layout.durable()) {
            line.add("-Djava.io.tmpdir=" + Files.createDirectories(layout.data().resolve("tmp")));
        }
        line.addAll(List.of(
                "-jar",
                jar(layout).toString(),
                "--data",
                layout.data().resolve("servers").toString()));
        // What does not survive a power cut is kept by nobody: then PostgreSQL's programs are shared, too.
        line.addAll(layout.durable() ? List.of("--fsync", "on") : List.of("--fsync", "off", "--temporary"));
        if (fresh) {
            line.add("--fresh");
        }
        return new Command("PostgreSQL and Kafka", line, Map.of(), layout.logs().resolve("servers.log"), true);
    }

    static Path jar(Layout layout) {
        return layout.repository().resolve("deploy/local/platform/target/platform.jar");
    }

    /** Waits for the line that says where they are. */
    static Servers await(Child child) throws IOException, InterruptedException {
        String line = child.readLine();
        if (line == null || !line.startsWith(READY)) {
            throw refusal(child, line);
        }
        try {
            JsonNode where = new ObjectMapper().readTree(line.substring(READY.length()));
            JsonNode postgres = where.required("postgres");
            return new Servers(
                    postgres.required("host").asText(),
                    postgres.required("port").asInt(),
                    postgres.required("user").asText(),
                    postgres.required("password").asText(),
                    where.required("kafka").asText());
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
