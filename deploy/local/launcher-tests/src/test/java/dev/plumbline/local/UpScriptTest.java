package dev.plumbline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.local.platform.FakeRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code deploy/local/up}, in a repository whose build and launcher are stand-ins. */
class UpScriptTest {
    private static final Path REAL = Path.of(System.getProperty("plumbline.root"));

    @TempDir
    Path folder;

    private Path root;

    private record Run(int exit, String output) {}

    @BeforeEach
    void prepare() throws IOException {
        root = Files.createDirectory(folder.resolve("a clone")).toRealPath();
        FakeRepository.create(root);
        FakeRepository.jar(root.resolve("deploy/local/launcher/target/launcher.jar"), FakeLauncher.class);
        copy("deploy/local/up");
        copy(".mvn/find-jdk.sh");
        copy("pom.xml");
        Files.createDirectories(root.resolve("service-kit/src/main"));
        Files.createDirectories(root.resolve("decision-service/core/src/main"));
        mvnw("echo \"$@\" >>calls");
    }

    @Test
    void builds_once_and_hands_its_options_on_from_wherever_it_is_called() throws Exception {
        Run first = up("--once", "--port", "9000");
        Run second = up("--fresh");

        assertThat(first.exit()).isZero();
        assertThat(first.output()).startsWith("Building Plumbline").endsWith(root + " --once --port 9000\n");
        assertThat(second).isEqualTo(new Run(0, root + " --fresh\n"));
        assertThat(calls()).hasSize(1);
        assertThat(calls().getFirst())
                .contains("-Dmaven.test.skip")
                .contains("job-service,assessment-service,interview-service,decision-service")
                .endsWith("package");
    }

    @Test
    void builds_again_after_a_change_of_a_source_but_not_of_a_test() throws Exception {
        up("--once");
        Path test = root.resolve("job-service/src/test/java/JobTest.java");
        Files.createDirectories(test.getParent());
        touchLater(test);
        up("--once");
        assertThat(calls()).hasSize(1);

        touchLater(root.resolve("service-kit/src/main/Outbox.java"));
        up("--once");
        assertThat(calls()).hasSize(2);
    }

    @Test
    void builds_again_if_a_jar_is_gone() throws Exception {
        up("--once");
        Files.delete(root.resolve("interview-service/target/quarkus-app/quarkus-run.jar"));

        up("--once");

        assertThat(calls()).hasSize(2);
    }

    @Test
    void says_so_if_the_build_fails_and_tries_again_next_time() throws Exception {
        mvnw("echo \"$@\" >>calls; echo 'no space left'; exit 1");

        Run run = up("--once");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output()).endsWith("The build failed: see " + root + "/.plumbline/local/logs/build.log.\n");
        assertThat(root.resolve(".plumbline/local/logs/build.log")).hasContent("no space left");
        up("--once");
        assertThat(calls()).hasSize(2);
    }

    @Test
    void a_build_ends_with_the_script_that_waits_for_it() throws Exception {
        mvnw("""
                trap exit TERM
                trap 'echo build >>ended' EXIT
                sh -c 'trap exit TERM; trap "echo compiler >>ended" EXIT; touch started; sleep 300 & wait' & wait""");
        Path output = folder.resolve("output");
        Process script = start(output);
        List<ProcessHandle> build = new ArrayList<>();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(root.resolve("started")));
            script.descendants().forEach(build::add);

            script.destroy();

            assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(script.exitValue()).isEqualTo(143);
            Path ended = root.resolve("ended");
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            Files.exists(ended) && Files.readAllLines(ended).containsAll(List.of("compiler", "build")));
            assertThat(output).content().doesNotContain("failed");
        } finally {
            script.destroyForcibly();
            build.forEach(ProcessHandle::destroyForcibly);
        }
        mvnw("echo \"$@\" >>calls");
        up("--once");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void needs_the_jdk_that_the_parent_pom_names() throws Exception {
        Path pom = root.resolve("pom.xml");
        Files.writeString(
                pom,
                Files.readString(pom).replaceFirst("<maven.compiler.release>\\d+<", "<maven.compiler.release>99<"));

        Run run = up("--once");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output())
                .startsWith("Plumbline needs a JDK 99 and found none:")
                .hasLineCount(1);
    }

    @Test
    void helps_and_refuses_without_building() throws Exception {
        Run help = up("--help");
        assertThat(help.exit()).isZero();
        assertThat(help.output()).startsWith("usage: deploy/local/up").contains("--once", "--no-sample", "--fresh");

        Run unknown = up("--once", "--quick");
        assertThat(unknown)
                .isEqualTo(new Run(2, "Unknown option --quick: deploy/local/up --help says what there is.\n"));
        assertThat(root.resolve("calls")).doesNotExist();
    }

    private Run up(String... options) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = start(output, options);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(output));
    }

    private Process start(Path output, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("deploy/local/up").toString()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(root.resolve("calls"));
    }

    private void mvnw(String script) throws IOException {
        Path file = root.resolve("mvnw");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void copy(String path) throws IOException {
        Path target = root.resolve(path);
        Files.createDirectories(target.getParent());
        Files.copy(REAL.resolve(path), target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** As if it were written a while after everything else: file times are coarse on some systems. */
    private static void touchLater(Path file) throws IOException {
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
    }
}
