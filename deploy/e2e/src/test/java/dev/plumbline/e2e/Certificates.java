package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Certificates as an auditor fetches them, and the verifier as a program of its own. */
final class Certificates {
    private static final Path VERIFIER =
            Path.of(System.getProperty("plumbline.root")).resolve("deploy/verify/target/verify.jar");
    private static final int PATIENCE = 60;

    private final Platform platform;
    private final Path folder;

    Certificates(Platform platform, Path folder) {
        this.platform = platform;
        this.folder = folder;
    }

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
        try {
            Path out = folder.resolve("verified");
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-jar",
                            VERIFIER.toString(),
                            folder.resolve("certificate.json").toString(),
                            "--keys",
                            folder.resolve("keys.json").toString(),
                            "--events",
                            folder.resolve("events.ndjson").toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
            String said = Files.readString(out);
            assertThat(process.exitValue()).as(said).isEqualTo(expected);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
