package dev.plumbline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One platform under test. What it leaves behind is looked for among the processes that name its folder. */
final class PlatformProcess implements AutoCloseable {
    /** For what is about whether something happens, and not how soon: on a machine that is busy, too. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Pattern READY =
            Pattern.compile("READY \\{\"postgres\":\\{\"host\":\"localhost\",\"port\":(\\d+),"
                    + "\"user\":\"postgres\",\"password\":\"postgres\"}(?:,\"kafka\":\"(localhost:\\d+)\")?}\n");

    private final Path folder;
    private final Process process;
    private final Path output;
    private final Path errors;

    private PlatformProcess(Path folder, Process process, Path output, Path errors) {
        this.folder = folder;
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    static PlatformProcess start(Path folder, String... options) throws IOException {
        Path jar = Path.of(System.getProperty("plumbline.root"), "deploy/local/platform/target/platform.jar");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                // Beside its folder, so that what a killed one leaves goes with the test's.
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolveSibling("tmp")),
                "-jar",
                jar.toString(),
                "--data",
                folder.toString()));
        command.addAll(List.of(options));
        if (command.contains("--temporary")) {
            // Unpacked once; whose data are kept has its own.
            command.add("--programs");
            command.add(Path.of(
                            System.getProperty("java.io.tmpdir"),
                            "plumbline-postgres-" + System.getProperty("user.name"))
                    .toString());
        }
        Path output = folder.resolveSibling("out-" + UUID.randomUUID());
        Path errors = folder.resolveSibling("err-" + UUID.randomUUID());
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        return new PlatformProcess(folder, process, output, errors);
    }

    PlatformProcess ready() {
        assertThat(postgresReady().kafka()).isNotNull();
        return this;
    }

    /** The same where Kafka is not wanted. */
    PlatformProcess postgresReady() {
        await().atMost(PATIENCE).until(() -> !process.isAlive() || !output().isEmpty());
        assertThat(output()).as(errors()).matches(READY);
        return this;
    }

    Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + readyLine().group(1) + "/" + database, user, password);
    }

    String kafka() {
        return readyLine().group(2);
    }

    void closeInput() throws IOException {
        process.getOutputStream().close();
    }

    /** By the signal alone: destroying the {@link Process} would close its input, too. */
    void terminate() {
        process.toHandle().destroy();
    }

    void kill() {
        process.destroyForcibly();
    }

    void killWithItsSweeper() {
        List<ProcessHandle> sweepers = process.children().toList();
        sweepers.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        await().atMost(PATIENCE).until(() -> sweepers.stream().noneMatch(ProcessHandle::isAlive) && !process.isAlive());
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("ends")
                .isTrue();
        return process.exitValue();
    }

    String errors() {
        return read(errors);
    }

    String lastError() {
        return errors().lines().reduce("", (before, last) -> last);
    }

    String output() {
        return read(output);
    }

    void leavesNoProcess() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(processes()).isEmpty());
    }

    void leavesNothing() {
        leavesNoProcess();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(folder).doesNotExist());
    }

    Optional<ProcessHandle> postgres() {
        return new Postmaster(PostgresServer.folder(folder)).find();
    }

    private List<String> processes() {
        return ProcessHandle.allProcesses()
                .map(handle -> handle.info().commandLine().orElse(""))
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }

    private Matcher readyLine() {
        Matcher matcher = READY.matcher(output());
        assertThat(matcher.matches()).isTrue();
        return matcher;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        killWithItsSweeper();
        new Postmaster(PostgresServer.folder(folder)).stop();
    }
}
