package dev.plumbline.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The embedded PostgreSQL and Kafka of {@code deploy/local/platform}, in a JVM of their own. That JVM ends when its
 * standard input closes, so it does not outlive this one, however this one ends.
 */
final class PlatformProcess {
    private static final Duration TO_START = Duration.ofSeconds(120);
    private static final Duration TO_STOP = Duration.ofSeconds(15);
    private static final String READY = "READY ";

    private PlatformProcess() {}

    /**
     * Starts the platform of the project at this root.
     *
     * @throws IllegalStateException where its jar is not built, or it does not start; says why
     */
    static Servers start(Path root) {
        Path jar = root.resolve("deploy/local/platform/target/platform.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(
                    "The tests need PostgreSQL and Kafka: no Docker engine answers, and the platform's jar is not built"
                            + " (" + jar + "): run ./mvnw package -pl deploy/local/platform");
        }
        Path log = Path.of("target", "platform.log").toAbsolutePath();
        Process process = launch(jar, log);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "platform-stop"));
        CompletableFuture<String> ready = new CompletableFuture<>();
        Thread.ofVirtual().name("platform-output").start(() -> read(process, ready));
        try {
            return servers(ready.get(TO_START.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            stop(process);
            throw new IllegalStateException("The platform did not start; the end of " + log + ":\n" + tail(log), e);
        } catch (InterruptedException e) {
            stop(process);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the platform started", e);
        }
    }

    private static Process launch(Path jar, Path log) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString(),
                "--temporary",
                "--fsync",
                "off",
                "--postgres-port",
                "0",
                "--kafka-port",
                "0",
                "--databases",
                "unused");
        try {
            Files.createDirectories(log.getParent());
            return new ProcessBuilder(command).redirectError(log.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + String.join(" ", command), e);
        }
    }

    /** Reads until the process ends, so that it never waits for its output to be taken. */
    private static void read(Process process, CompletableFuture<String> ready) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(READY)) {
                    ready.complete(line.substring(READY.length()));
                }
            }
            ready.completeExceptionally(new IllegalStateException("It ended before it was ready"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    static Servers servers(String ready) {
        try {
            JsonNode json = new ObjectMapper().readTree(ready);
            JsonNode postgres = json.required("postgres");
            return new Servers(
                    postgres.required("host").asText(),
                    postgres.required("port").asInt(),
                    postgres.required("user").asText(),
                    postgres.required("password").asText(),
                    json.required("kafka").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The platform said READY, but not where: " + ready, e);
        }
    }

    private static void stop(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            // Its end of the pipe is gone: it has ended, or is about to be ended.
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }
}
