package dev.plumbline.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.decision.certificate.Certificate;
import dev.plumbline.decision.certificate.CertificateJson;
import dev.plumbline.decision.certificate.CertifiedDecision;
import dev.plumbline.decision.json.FactJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as it is called: exit codes, what it prints, and that nothing a file holds breaks it. */
class VerifyTest {
    private final Key key = Key.generate();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void write_the_keys() {
        write("keys.json", Key.set(Key.generate(), key));
    }

    @Test
    void a_certificate_that_holds_is_summed_up() {
        History history = History.rich();
        write("certificate.json", history.signedBy(key));

        assertThat(run("certificate.json", "--keys", "keys.json")).isZero();

        CertifiedDecision last = history.certificate().decisions().getLast();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("OK application " + History.APPLICATION + ", decision 12: ")
                .contains("12 decisions from 14 facts; rubrics: 2")
                .contains(last.chainDigest())
                .contains(key.published().id());
        assertThat(err.size()).isZero();
    }

    /** The service gave it out: with facts of every kind, a tombstone, ratings outside the scale, and two rubrics. */
    @Test
    void what_was_once_given_out_holds_for_ever() throws IOException {
        write("certificate.json", resource("/format-1/certificate.json"));
        write("keys.json", resource("/format-1/keys.json"));

        assertThat(run("certificate.json", "--keys", "keys.json")).isZero();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = VerifyTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    @Test
    void what_does_not_hold_is_listed_with_its_place() {
        String file = new String(History.rich().signedBy(key), StandardCharsets.UTF_8);
        write("certificate.json", file.replace("\"earned\":\"8.25\"", "\"earned\":\"8.75\""));

        assertThat(run("certificate.json", "--keys", "keys.json")).isEqualTo(1);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("FAILED: ")
                .contains("decision 2, /certificate/decisions/1/inputDigest: ")
                .contains("decision 2, /certificate/decisions/1/recordDigest: ")
                .contains("/signature/value: ");
    }

    @Test
    void a_certificate_by_another_key_fails_even_if_it_agrees_with_itself() {
        Key forger = Key.generate();
        write("certificate.json", History.rich().signedBy(forger));

        assertThat(run("certificate.json", "--keys", "keys.json")).isEqualTo(1);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("/signature/keyId: none of the keys has this id");
    }

    @Test
    void a_retired_key_goes_on_verifying() {
        Key next = Key.generate();
        write("certificate.json", History.small().signedBy(key));
        write("keys.json", Key.set(next, key));
        assertThat(run("certificate.json", "--keys", "keys.json")).isZero();

        write("keys.json", Key.set(next));
        assertThat(run("certificate.json", "--keys", "keys.json")).isEqualTo(1);
    }

    @Test
    void a_decision_left_out_or_put_in_another_order_is_found() {
        Certificate whole = History.rich().certificate();
        List<CertifiedDecision> less = new ArrayList<>(whole.decisions());
        less.remove(4);
        write("certificate.json", key.sign(with(whole, less)));
        assertThat(run("certificate.json", "--keys", "keys.json")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("decision 5, /certificate/decisions/4/number: ");

        List<CertifiedDecision> swapped = new ArrayList<>(whole.decisions());
        swapped.set(4, whole.decisions().get(5));
        swapped.set(5, whole.decisions().get(4));
        write("certificate.json", key.sign(with(whole, swapped)));
        assertThat(run("certificate.json", "--keys", "keys.json")).isEqualTo(1);
    }

    private static Certificate with(Certificate whole, List<CertifiedDecision> decisions) {
        return new Certificate(whole.applicationId(), decisions.size(), whole.rubrics(), decisions, whole.outcome());
    }

    @Test
    void kept_events_anchor_the_chain() {
        History history = History.rich();
        write("certificate.json", history.signedBy(key));
        write("events.ndjson", history.events() + "\n{\"type\": \"dev.plumbline.decision.waiver-changed.v1\"}\n");

        assertThat(run("certificate.json", "--keys", "keys.json", "--events", "events.ndjson"))
                .isZero();

        long published = history.certificate().decisions().stream()
                .filter(CertifiedDecision::published)
                .count();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("anchored by kept events: %d of %d published".formatted(published, published));
        assertThat(published).isLessThan(12);
    }

    @Test
    void a_history_that_was_rewritten_and_signed_again_disagrees_with_kept_events() {
        write("events.ndjson", History.small().events().replaceAll("(.+)\n", "{\"data\": $1}\n"));
        History rewritten = new History()
                .decide(1, History.rubric(70), History.submitted(1, 1), History.section(1, "hard", "9"))
                .decide(1, History.rubric(70), FactJson.fact(2, History.rating("ana", "4")));
        write("certificate.json", rewritten.signedBy(key));

        assertThat(run("certificate.json", "--keys", "keys.json")).isZero();
        assertThat(run("certificate.json", "--keys", "keys.json", "--events", "events.ndjson"))
                .isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("decision 1, /certificate/decisions/0/chainDigest: line 1 of the events: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "1",
                "{}",
                "\"\\ud800\"",
                "{\"certificate\": 1e999999999}",
                "{\"certificate\":{},\"certificate\":{}}",
                "{\"certificate\":{},\"signature\":{}}",
                "\u0000"
            })
    void nothing_that_is_no_certificate_holds(String file) {
        write("certificate.json", file);

        assertThat(run("certificate.json", "--keys", "keys.json")).isEqualTo(1);

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("FAILED: ");
        assertNoInsides();
    }

    @Test
    void hostile_files_end_in_a_sentence() {
        write("certificate.json", "{\"certificate\":" + "[".repeat(1_000_000));
        assertThat(run("certificate.json", "--keys", "keys.json")).isEqualTo(1);
        write("certificate.json", "[".repeat(900) + "]".repeat(900));
        assertThat(run("certificate.json", "--keys", "keys.json")).isEqualTo(1);
        write("certificate.json", "{\"certificate\":\"" + "x".repeat(3_000_000) + "\"}");
        assertThat(run("certificate.json", "--keys", "keys.json")).isEqualTo(1);
        write("certificate.json", "{\"\u001b[2J\u202e\":{},\"certificate\":{},\"signature\":{}}");
        assertThat(run("certificate.json", "--keys", "keys.json")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b", "\u202e");
        write("certificate.json", new byte[CertificateJson.MOST_BYTES + 1]);
        assertThat(run("certificate.json", "--keys", "keys.json")).isEqualTo(2);
        assertNoInsides();
    }

    @Test
    void what_cannot_be_read_ends_with_2_and_a_sentence() {
        write("certificate.json", History.small().signedBy(key));
        write("no-json", "{");
        write("no-keys", "{\"keys\": [{\"kty\": \"RSA\"}]}");
        write("bad-x", "{\"keys\": [{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \"AAAA\"}]}");
        write("bad-kid", new String(Key.set(key), StandardCharsets.UTF_8).replace("\"kid\":\"", "\"kid\":\"x"));
        for (String keys : List.of("nothing-here", "no-json", "no-keys", "bad-x", "bad-kid", ".")) {
            assertThat(run("certificate.json", "--keys", keys)).as(keys).isEqualTo(2);
        }
        assertThat(run("nothing-here", "--keys", "keys.json")).isEqualTo(2);
        assertThat(run("certificate.json", "--keys", "keys.json", "--events", "no-json"))
                .isEqualTo(2);
        assertThat(run("certificate.json")).isEqualTo(2);
        assertThat(run("--keys", "keys.json")).isEqualTo(2);
        assertThat(run("certificate.json", "--keys")).isEqualTo(2);
        assertThat(run("certificate.json", "--quick")).isEqualTo(2);
        assertThat(run("certificate.json", "--keys-url", "http://example.org/keys"))
                .isEqualTo(2);
        assertThat(run("certificate.json", "--keys-url", "file:///etc/passwd")).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertNoInsides();
        assertThat(run("--help")).isZero();
    }

    @Test
    void keys_are_fetched_but_no_redirect_is_followed() throws IOException {
        write("certificate.json", History.small().signedBy(key));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = Key.set(key);
        Map.of("/keys", 200, "/moved", 302, "/broken", 500)
                .forEach((path, status) -> server.createContext(path, exchange -> {
                    exchange.getResponseHeaders().add("Location", "/keys");
                    exchange.sendResponseHeaders(status, keys.length);
                    exchange.getResponseBody().write(keys);
                    exchange.close();
                }));
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort();
            assertThat(run("certificate.json", "--keys-url", url + "/keys")).isZero();
            assertThat(run("certificate.json", "--keys-url", url + "/moved")).isEqualTo(2);
            assertThat(run("certificate.json", "--keys-url", url + "/broken")).isEqualTo(2);
        } finally {
            server.stop(0);
        }
        assertThat(run("certificate.json", "--keys-url", "http://localhost:1/keys"))
                .isEqualTo(2);
        assertNoInsides();
    }

    private void assertNoInsides() {
        assertThat(out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8))
                .doesNotContain("Exception", "\tat ", "java.", "dev.plumbline.verify");
    }

    private int run(String... arguments) {
        String[] resolved = arguments.clone();
        for (int i = 0; i < resolved.length; i++) {
            boolean isFile = !resolved[i].startsWith("--") && !resolved[i].contains("://");
            resolved[i] = isFile ? folder.resolve(resolved[i]).toString() : resolved[i];
        }
        return new Verify(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(resolved);
    }

    private void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
