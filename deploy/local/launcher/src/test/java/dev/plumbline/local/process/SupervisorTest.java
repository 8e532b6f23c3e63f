package dev.plumbline.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Supervisor supervisor;

    @BeforeEach
    void start() throws IOException {
        supervisor = Supervisor.start();
    }

    @AfterEach
    void close() {
        supervisor.close();
    }

    @Test
    void notices_a_child_that_ends_by_itself_and_says_its_last_words() throws Exception {
        Child child = supervisor.start(shell("echo first; echo 'the well is dry' >&2; exit 3"));

        await().atMost(LONG).until(() -> supervisor.death().isDone());

        assertThat(supervisor.death().get()).isSameAs(child);
        assertThat(child.obituary()).isEqualTo("fake ended with exit code 3: the well is dry (see " + log() + ").");
    }

    @Test
    void a_child_that_is_stopped_is_no_death() throws Exception {
        Child child = supervisor.start(shell("exec sleep 600"));

        supervisor.stop(List.of(child), Child::terminate, LONG);

        assertThat(child.isAlive()).isFalse();
        assertThat(supervisor.death()).isNotDone();
    }

    @Test
    void kills_a_child_that_does_not_heed() throws Exception {
        Child child = supervisor.start(shell("trap '' TERM; echo deaf; while :; do read -r x || :; done"));
        await().atMost(LONG).until(() -> Files.readString(log()).contains("deaf"));

        supervisor.stop(List.of(child), Child::terminate, Duration.ofMillis(200));

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void a_child_may_watch_its_input_instead() throws Exception {
        Child child = supervisor.start(shell("cat; echo 'input is over'"));

        supervisor.stop(List.of(child), Child::closeInput, LONG);

        assertThat(Files.readString(log())).isEqualTo("input is over\n");
        assertThat(supervisor.death()).isNotDone();
    }

    @Test
    void ctrl_c_reaches_the_parent_only() throws Exception {
        Child child = supervisor.start(shell("echo here; exec sleep 600"));
        await().atMost(LONG).until(() -> Files.readString(log()).contains("here"));

        new ProcessBuilder("sh", "-c", "kill -INT %1$d; kill -HUP %1$d".formatted(child.pid()))
                .start()
                .waitFor();

        assertThat(child.awaitEnd(Duration.ofMillis(300))).isFalse();
    }

    @Test
    void says_what_is_missing() throws Exception {
        Child child = supervisor.start(Command.of("ghost", List.of("no-such-program"), Map.of(), log()));

        assertThat(child.awaitEnd(LONG)).isTrue();
        assertThat(child.obituary())
                .startsWith("ghost ended with exit code 127: ")
                .contains("not found");
    }

    @Test
    void output_can_be_read_while_errors_go_to_the_log() throws Exception {
        Child child = supervisor.start(new Command(
                "speaker", List.of("sh", "-c", "echo $WORD; echo hush >&2"), Map.of("WORD", "READY"), log(), true));

        assertThat(child.readLine()).isEqualTo("READY");
        assertThat(child.readLine()).isNull();
        assertThat(child.awaitEnd(LONG)).isTrue();
        assertThat(child.lastLine()).isEqualTo("hush");
    }

    @Test
    void closing_stops_what_still_runs_and_starts_nothing_more() throws Exception {
        Child child = supervisor.start(shell("exec sleep 600"));

        supervisor.close();

        await().atMost(LONG).until(() -> !child.isAlive());
        assertThatThrownBy(() -> supervisor.start(shell("true"))).isInstanceOf(IOException.class);
    }

    @Test
    void children_of_a_killed_parent_end() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ending.class.getName(),
                        log().toString())
                .start();
        long pid;
        try (BufferedReader output = parent.inputReader(StandardCharsets.UTF_8)) {
            pid = Long.parseLong(output.readLine());
            assertThat(running(pid)).isPresent();
            parent.destroyForcibly();
        }

        await().atMost(LONG).until(() -> running(pid).isEmpty());
    }

    private static Optional<ProcessHandle> running(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    private Path log() {
        return folder.resolve("fake.log");
    }

    private Command shell(String script) {
        return Command.of("fake", List.of("sh", "-c", script), Map.of(), log());
    }
}
