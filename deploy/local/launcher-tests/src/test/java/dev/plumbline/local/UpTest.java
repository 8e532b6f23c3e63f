package dev.plumbline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.local.platform.FakeRepository;
import dev.plumbline.local.platform.Servers;
import dev.plumbline.local.platform.Service;
import dev.plumbline.local.platform.SharedServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command as a process, with stand-ins for the services; with PostgreSQL and Kafka of its own where they matter, and
 * with those of all tests elsewhere.
 */
@ExtendWith(SharedServers.class)
class UpTest {
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final String WITH_CACHES = "with-caches";

    @TempDir
    Path folder;

    private final Servers servers;
    private FakeRepository repository;
    private int port;
    private final List<Process> started = new ArrayList<>();

    UpTest(Servers servers) {
        this.servers = servers;
    }

    @BeforeEach
    void prepare() throws IOException {
        repository = FakeRepository.create(Files.createDirectory(folder.resolve("repository")));
        FakeRepository.behave(repository.serversJar(), "at " + servers.kafka());
        port = FakeRepository.fivePorts();
    }

    private void withServersOfItsOwn() throws IOException {
        repository = FakeRepository.withRealServers(repository.root());
    }

    @AfterEach
    void leavesNothing() throws IOException {
        started.forEach(Process::destroyForcibly);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(repository.processes()).isEmpty());
        repository.close();
    }

    @Test
    void comes_up_says_where_everything_is_and_stops_within_ten_seconds_also_if_nobody_heeds() throws Exception {
        withServersOfItsOwn();
        comesUpSaysWhereEverythingIsAndStopsOnSigterm();
        // Once more, on the data that the first has left.
        comesUpAndStopsEvenIfNobodyHeeds();
    }

    private void comesUpSaysWhereEverythingIsAndStopsOnSigterm() throws Exception {
        Process up = up("first", "--no-sample", "--port", Integer.toString(port));
        await().atMost(LONG).until(() -> output("first").contains("Plumbline is up.") || !up.isAlive());

        assertThat(output("first"))
                .as(errors("first"))
                .contains("http://localhost:" + (port + 4) + "/q/swagger-ui")
                .contains("recruiter, assessor, interviewer, hiring-manager, integration, auditor, operator")
                .contains("curl -s http://localhost:" + port + "/token")
                .contains(".plumbline/local/logs");
        assertThat(repository.root().resolve(".plumbline/local/logs/job-service.log"))
                .isNotEmptyFile();

        Process second = up("second", "--no-sample", "--port", Integer.toString(port));
        assertThat(second.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(errors("second")).isEqualTo("Plumbline is running already: stop the other deploy/local/up first.\n");

        Instant begin = Instant.now();
        up.toHandle().destroy();
        assertThat(up.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(up.exitValue()).isEqualTo(128 + 15);
        assertThat(repository.processes()).isEmpty();
        assertThat(errors("first")).isEmpty();
    }

    private void comesUpAndStopsEvenIfNobodyHeeds() throws Exception {
        // It has the topic from before.
        FakeRepository.behave(repository.jar(Service.DECISION), "");
        FakeRepository.behave(repository.jar(Service.ASSESSMENT), "deaf");
        Process up = up("deaf", "--no-sample", "--port", Integer.toString(port));
        await().atMost(LONG).until(() -> output("deaf").contains("Plumbline is up.") || !up.isAlive());
        for (ProcessHandle server : List.of(process(repository.serversJar()), postgres())) {
            new ProcessBuilder("kill", "-STOP", Long.toString(server.pid()))
                    .start()
                    .waitFor();
        }
        Instant begin = Instant.now();

        up.toHandle().destroy();

        assertThat(up.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(repository.processes()).isEmpty());
    }

    @Test
    void a_dead_child_ends_it_with_one_sentence() throws Exception {
        Process up = up("up", "--no-sample", "--port", Integer.toString(port));
        await().atMost(LONG).until(() -> output("up").contains("Plumbline is up.") || !up.isAlive());

        process(repository.jar(Service.INTERVIEW)).destroyForcibly();

        assertThat(up.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isEqualTo(1);
        assertThat(errors("up"))
                .startsWith("interview-service ended with exit code 137: ")
                .hasLineCount(1);
        assertThat(repository.processes()).isEmpty();
    }

    @Test
    void a_child_that_dies_during_the_sample_is_noticed_at_once() throws Exception {
        FakeRepository.behave(repository.jar(Service.JOB), "silent");
        Process up = up("up", "--port", Integer.toString(port));
        Path log = repository.root().resolve(".plumbline/local/logs/job-service.log");
        await().atMost(LONG)
                .until(() -> Files.exists(log) && Files.readString(log).contains("asked"));
        Instant begin = Instant.now();

        process(repository.jar(Service.INTERVIEW)).destroyForcibly();

        assertThat(up.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(up.exitValue()).isEqualTo(1);
        assertThat(errors("up"))
                .startsWith("interview-service ended with exit code 137: ")
                .hasLineCount(1);
        assertThat(repository.processes()).isEmpty();
    }

    @Test
    void a_postgres_that_dies_ends_it_with_one_sentence() throws Exception {
        Process up = up("up", "--no-sample", "--port", Integer.toString(port));
        await().atMost(LONG).until(() -> output("up").contains("Plumbline is up.") || !up.isAlive());

        Files.createFile(repository.serversJar().resolveSibling("postgres-died"));

        assertThat(up.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isEqualTo(1);
        assertThat(errors("up"))
                .startsWith("PostgreSQL and Kafka ended with exit code 1: PostgreSQL ended by itself (see ")
                .hasLineCount(1);
        assertThat(repository.processes()).isEmpty();
    }

    @Test
    void ends_with_one_sentence_when_something_unforeseen_happens() throws Exception {
        Process up = up("up", "--port", Integer.toString(port));

        assertThat(up.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isEqualTo(1);
        assertThat(errors("up"))
                .startsWith("Something unforeseen happened: java.lang.NullPointerException")
                .endsWith("launcher.log).\n")
                .hasLineCount(1);
        assertThat(repository.root().resolve(".plumbline/local/logs/launcher.log"))
                .content()
                .contains("at dev.plumbline.local.sample.");
        assertThat(repository.processes()).isEmpty();
    }

    @Test
    void leaves_nothing_when_it_is_killed_while_it_starts() throws Exception {
        withServersOfItsOwn();
        Process up = up("up", "--no-sample", "--port", Integer.toString(port));
        Path database = repository.root().resolve(".plumbline/local/data/servers/postgres/postmaster.pid");
        await().atMost(LONG).until(() -> Files.exists(database) || !up.isAlive());

        up.destroyForcibly();

        await().atMost(LONG).until(() -> repository.processes().isEmpty());
    }

    @Test
    void makes_the_start_up_caches_once() throws Exception {
        Path caches = repository.root().resolve(".plumbline/local/aot");
        Process first = up(WITH_CACHES, "--no-sample", "--once", "--port", Integer.toString(port));
        assertThat(first.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).as(errors(WITH_CACHES)).isZero();
        assertThat(output(WITH_CACHES)).contains("making the start-up caches").doesNotContain("not made");
        assertThat(caches).isDirectoryContaining("glob:**/decision-service.aot");
        assertThat(repository.processes()).isEmpty();

        Process second = up(WITH_CACHES, "--no-sample", "--once", "--port", Integer.toString(port));
        assertThat(second.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).as(errors(WITH_CACHES)).isZero();
        assertThat(output(WITH_CACHES)).doesNotContain("start-up caches").contains("/q/swagger-ui");
    }

    @Test
    void comes_up_where_no_start_up_caches_can_be_made() throws Exception {
        Files.createDirectories(repository.root().resolve(".plumbline/local"));
        // A file where the folder of what is run for them would be.
        Files.createFile(repository.root().resolve(".plumbline/local/training"));

        Process up = up(WITH_CACHES, "--no-sample", "--once", "--port", Integer.toString(port));

        assertThat(up.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).as(errors(WITH_CACHES)).isZero();
        assertThat(output(WITH_CACHES))
                .contains("not made, so it starts more slowly: ")
                .contains("/q/swagger-ui");
        assertThat(repository.processes()).isEmpty();
    }

    @Test
    void refuses_in_one_sentence_a_port_in_use() throws Exception {
        try (ServerSocket taken = new ServerSocket(port + 3, 1, InetAddress.getLoopbackAddress())) {
            Process up = up("up", "--port", Integer.toString(port));

            assertThat(up.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(up.exitValue()).isEqualTo(1);
            assertThat(errors("up"))
                    .isEqualTo("Port %d for interview-service is in use: stop what listens there.\n"
                            .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void refuses_an_unknown_option() throws Exception {
        Process up = up("up", "--onec");

        assertThat(up.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isEqualTo(2);
        assertThat(errors("up")).isEqualTo("Unknown option --onec: deploy/local/up --help says what there is.\n");
        assertThat(repository.root().resolve(".plumbline")).doesNotExist();
    }

    private static ProcessHandle process(Path jar) {
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.info().commandLine().orElse("").contains("-jar " + jar))
                .findFirst()
                .orElseThrow();
    }

    private ProcessHandle postgres() throws IOException {
        Path pid = repository.root().resolve(".plumbline/local/data/servers/postgres/postmaster.pid");
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                .orElseThrow();
    }

    private Process up(String name, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dplumbline.root=" + repository.root(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.plumbline.local.Up"));
        command.addAll(List.of(options));
        if (!name.equals(WITH_CACHES)) {
            command.add("--no-caches");
        }
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile())
                .start();
        started.add(process);
        return process;
    }

    private String output(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".out"));
    }

    private String errors(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".err"));
    }
}
