package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.local.platform.Service;
import dev.plumbline.verify.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Certificates as an auditor fetches them, and the verifier: as a program of its own, or many times in this one. */
final class Certificates {
    private static final Path VERIFIER =
            Path.of(System.getProperty("plumbline.root")).resolve("deploy/verify/target/verify.jar");
    private static final int PATIENCE = 60;

    private final Platform platform;
    private final Path folder;
    private final Verifier verifier;

    private Certificates(Platform platform, Path folder, Verifier verifier) {
        this.platform = platform;
        this.folder = folder;
        this.verifier = verifier;
    }

    /** Verified by the program, started anew for each. */
    static Certificates byTheProgram(Platform platform, Path folder) {
        return new Certificates(platform, folder, Certificates::start);
    }

    /** Verified by the program's code, for those who have many: starting it takes far longer than what it does. */
    static Certificates byItsCode(Platform platform, Path folder) {
        return new Certificates(platform, folder, Certificates::call);
    }

    /** Runs with these arguments. */
    private interface Verifier {
        Run run(List<String> arguments, Path folder) throws IOException;
    }

    /** What it ended with, and said. */
    private record Run(int exit, String said) {}

    /**
     * The latest decision of an application has a certificate that holds, and that no longer does with one member of it
     * changed.
     *
     * @param member its JSON pointer; an asterisk stands for the last element of a list
     */
    void checkLatest(String application, long number, String member) {
        fetchKeysAndEvents(application);
        String certificate = fetch(application, number);
        write("certificate.json", certificate);
        assertThat(verify(0)).contains("OK application " + application + ", decision " + number + ": ");

        String tampered = Tampering.change(certificate, member);
        write("certificate.json", tampered);
        assertThat(verify(1)).as(member).contains(Tampering.place(certificate, member));
    }

    /** Every decision of an application has a certificate that holds, anchored by the events that were published. */
    void checkAll(String application, long last) {
        fetchKeysAndEvents(application);
        for (long number = 1; number <= last; number++) {
            write("certificate.json", fetch(application, number));
            if (number == 1 || number == last) {
                assertThat(verify(0)).contains("OK application " + application + ", decision " + number + ": ");
            }
        }
        String whole = read("certificate.json");
        assertThat(verify(0)).containsPattern("anchored by kept events: ([1-9][0-9]*) of \\1 published decisions");
        write("certificate.json", whole.replaceFirst("\"decidedAt\":\"2", "\"decidedAt\":\"3"));
        assertThat(verify(1)).contains("decision 1, /certificate/decisions/0/recordDigest");
    }

    private void fetchKeysAndEvents(String application) {
        String keys = platform.withBearer("", Service.DECISION)
                .get("/.well-known/decision-keys")
                .expect(200)
                .body();
        write("keys.json", keys);
        write("events.ndjson", events(application));
    }

    private String fetch(String application, long number) {
        return platform.as("auditor", Service.DECISION)
                .get("/v1/applications/" + application + "/decisions/" + number + "/certificate")
                .expect(200)
                .body();
    }

    private String events(String application) {
        return platform.topics().read(Topics.DECISIONS).stream()
                .filter(record -> application.equals(record.key()))
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    private String verify(int expected) {
        List<String> arguments = List.of(
                folder.resolve("certificate.json").toString(),
                "--keys",
                folder.resolve("keys.json").toString(),
                "--events",
                folder.resolve("events.ndjson").toString());
        try {
            Run run = verifier.run(arguments, folder);
            assertThat(run.exit()).as(run.said()).isEqualTo(expected);
            return run.said();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Run call(List<String> arguments, Path folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream said = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int exit = new Verify(said, said).run(arguments.toArray(String[]::new));
        return new Run(exit, bytes.toString(StandardCharsets.UTF_8));
    }

    private static Run start(List<String> arguments, Path folder) throws IOException {
        Path out = folder.resolve("verified");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-jar",
                VERIFIER.toString()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
            return new Run(process.exitValue(), Files.readString(out));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
