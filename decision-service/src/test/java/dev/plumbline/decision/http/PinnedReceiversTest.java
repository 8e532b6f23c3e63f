package dev.plumbline.decision.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.app.webhook.WebhookSettings;
import dev.plumbline.decision.domain.webhook.Failure;
import dev.plumbline.decision.domain.webhook.Outcome;
import dev.plumbline.decision.domain.webhook.Outcome.Answered;
import dev.plumbline.decision.domain.webhook.Outcome.Failed;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedReceiversTest {
    private static final String HOST = "receiver.plumbline.test";
    private static final String OK = "HTTP/1.1 204 No Content\r\n\r\n";
    private static final byte[] BODY = "{\"type\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:15:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private static TestKeystore keys;
    private static Vertx vertx;

    @BeforeAll
    static void start() {
        keys = new TestKeystore(folder, HOST);
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close();
    }

    @Test
    void connects_to_the_address_that_was_looked_up_and_asks_for_a_certificate_of_the_name() {
        try (RawServer server = tls(keys)) {
            PinnedReceivers receivers = local(Map.of("trusted-certificates", keys.certificate()));

            Outcome outcome = receivers.post(
                    "https://" + HOST + ":" + server.port() + "/hook?a=b%20c", Map.of("webhook-id", "evt-1"), BODY);

            assertThat(outcome).isEqualTo(new Answered(204, null));
            assertThat(server.requests().getFirst())
                    .startsWith("POST /hook?a=b%20c HTTP/1.1\r\n")
                    .containsIgnoringCase("host: " + HOST + ":" + server.port())
                    .contains("webhook-id: evt-1")
                    .containsIgnoringCase("connection: close")
                    .endsWith("\r\n\r\n{\"type\":\"x\"}");
        }
    }

    @Test
    void a_certificate_of_another_name_is_not_taken() {
        try (RawServer server = tls(keys)) {
            PinnedReceivers receivers = local(Map.of("trusted-certificates", keys.certificate()));

            assertThat(receivers.post("https://another.plumbline.test:" + server.port(), Map.of(), BODY))
                    .isEqualTo(new Failed(Failure.TLS_FAILED));
            assertThat(server.requests()).allMatch(request -> request.equals("broken off"));
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_taken() {
        try (RawServer server = tls(keys)) {
            assertThat(local(Map.of()).post("https://" + HOST + ":" + server.port(), Map.of(), BODY))
                    .isEqualTo(new Failed(Failure.TLS_FAILED));
        }
    }

    @Test
    void the_name_is_looked_up_once_for_an_attempt_and_the_connection_goes_nowhere_else() {
        AtomicInteger lookups = new AtomicInteger();
        try (RawServer server = RawServer.saying(OK)) {
            // The second answer of the name service would be another one.
            NameLookup rebinding =
                    host -> List.of(InetAddress.ofLiteral(lookups.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.99"));

            assertThat(receivers(rebinding, Map.of("allow-private", "true"))
                            .post("http://" + HOST + ":" + server.port(), Map.of(), BODY))
                    .isEqualTo(new Answered(204, null));
            assertThat(lookups).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00:ec2::254", "64:ff9b::7f00:1"})
    void an_address_that_is_not_public_is_refused_before_anybody_connects(String address) {
        List<InetAddress> mixed = List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral(address));

        assertThat(receivers(host -> mixed, Map.of()).post("https://" + HOST, Map.of(), BODY))
                .isEqualTo(new Failed(Failure.ADDRESS_REFUSED));
    }

    @Test
    void http_is_refused_where_only_the_public_internet_is_allowed() {
        assertThat(receivers(host -> List.of(InetAddress.ofLiteral("8.8.8.8")), Map.of())
                        .post("http://" + HOST, Map.of(), BODY))
                .isEqualTo(new Failed(Failure.ADDRESS_REFUSED));
    }

    @Test
    void a_name_that_has_no_address_fails() {
        NameLookup nobody = host -> {
            throw new UnknownHostException(host);
        };

        assertThat(receivers(nobody, Map.of()).post("https://" + HOST, Map.of(), BODY))
                .isEqualTo(new Failed(Failure.NAME_NOT_RESOLVED));
    }

    @Test
    void a_name_service_that_does_not_answer_is_left_behind() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean isVirtual = new AtomicBoolean(true);
        NameLookup hanging = host -> {
            isVirtual.set(Thread.currentThread().isVirtual());
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };

        assertThat(receivers(hanging, Map.of("timeout", "200ms")).post("https://" + HOST, Map.of(), BODY))
                .isEqualTo(new Failed(Failure.TIMED_OUT));
        assertThat(isVirtual)
                .as("a look-up that hangs would keep a processor from all virtual threads")
                .isFalse();
        never.countDown();
    }

    @Test
    void redirects_are_not_followed() {
        try (RawServer elsewhere = RawServer.saying(OK);
                RawServer server = RawServer.saying("HTTP/1.1 307 Temporary Redirect\r\nLocation: http://localhost:"
                        + elsewhere.port() + "/\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(post(server)).isEqualTo(new Answered(307, null));
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                120                            | PT2M
                0                              | PT0S
                Mon, 02 Mar 2026 09:16:00 GMT  | PT1M
                Mon, 02 Mar 2020 09:16:00 GMT  | PT0S
                soon                           |
                -5                             |
                99999999999999999999           |
                """)
    void reads_when_to_come_back(String header, Duration expected) {
        try (RawServer server = RawServer.saying(
                "HTTP/1.1 503 Service Unavailable\r\nRetry-After: " + header + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(post(server)).isEqualTo(new Answered(503, expected));
        }
    }

    /** An hour ahead of this instance: what the receiver means is a minute all the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                Mon, 02 Mar 2026 10:15:00 GMT | Mon, 02 Mar 2026 10:16:00 GMT | PT1M
                Mon, 02 Mar 2026 10:15:00 GMT | Mon, 02 Mar 2026 10:14:00 GMT | PT0S
                Mon, 02 Mar 2026 10:15:00 GMT | 120                           | PT2M
                today                         | Mon, 02 Mar 2026 09:16:00 GMT | PT1M
                """)
    void a_date_to_come_back_at_is_of_the_receivers_clock(String date, String header, Duration expected) {
        try (RawServer server = RawServer.saying("HTTP/1.1 503 Service Unavailable\r\nDate: " + date
                + "\r\nRetry-After: " + header + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(post(server)).isEqualTo(new Answered(503, expected));
        }
    }

    @Test
    void nobody_there_a_closed_connection_and_nonsense_are_failures() {
        try (RawServer gone = RawServer.saying(OK)) {
            gone.close();
            assertThat(post(gone)).isEqualTo(new Failed(Failure.CONNECTION_FAILED));
        }
        try (RawServer closing = RawServer.saying("")) {
            assertThat(post(closing)).isEqualTo(new Failed(Failure.BROKEN_OFF));
        }
        try (RawServer halfway = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345")) {
            assertThat(post(halfway)).isEqualTo(new Failed(Failure.BROKEN_OFF));
        }
        try (RawServer nonsense = RawServer.saying("220 mail.example.com ESMTP\r\n\r\n")) {
            assertThat(post(nonsense)).isEqualTo(new Failed(Failure.BROKEN_OFF));
        }
    }

    @Test
    void an_answer_that_is_too_long_is_not_read_to_its_end() {
        try (RawServer exact = answering(64 * 1024);
                RawServer longer = answering(64 * 1024 + 1);
                RawServer endless = new RawServer(ServerSocketFactory.getDefault(), out -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    byte[] more = new byte[8192];
                    while (true) {
                        out.write(more);
                    }
                })) {
            assertThat(post(exact)).isEqualTo(new Answered(200, null));
            assertThat(post(longer)).isEqualTo(new Failed(Failure.ANSWER_TOO_LONG));
            assertThat(post(endless)).isEqualTo(new Failed(Failure.ANSWER_TOO_LONG));
        }
    }

    private static RawServer answering(int bytes) {
        return RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: " + bytes + "\r\n\r\n" + "a".repeat(bytes));
    }

    @Test
    void whoever_says_nothing_or_never_ends_is_left_when_the_time_is_over() {
        CountDownLatch never = new CountDownLatch(1);
        List<RawServer.Behaviour> slow = Stream.of(
                        "", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n1234")
                .<RawServer.Behaviour>map(start -> out -> hang(out, start, never))
                .toList();
        for (RawServer.Behaviour behaviour : slow) {
            try (RawServer server = new RawServer(ServerSocketFactory.getDefault(), behaviour)) {
                PinnedReceivers impatient = local(Map.of("timeout", "300ms"));

                assertThat(impatient.post("http://" + HOST + ":" + server.port(), Map.of(), BODY))
                        .isEqualTo(new Failed(Failure.TIMED_OUT));
            }
        }
        never.countDown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX-Slow: ", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"})
    void whoever_answers_byte_by_byte_is_left_when_the_time_is_over_and_not_when_it_is_silent(String start)
            throws InterruptedException {
        CountDownLatch left = new CountDownLatch(1);
        AtomicInteger dripped = new AtomicInteger();
        // A byte comes in a small part of the time, all of them in thirty times of it: then the answer would be a whole
        // one.
        RawServer.Behaviour dripping = out -> {
            try {
                drip(out, start, 1000, Duration.ofMillis(30), dripped);
                out.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } finally {
                left.countDown();
            }
        };
        try (RawServer server = new RawServer(ServerSocketFactory.getDefault(), dripping)) {
            PinnedReceivers impatient = local(Map.of("timeout", "1s"));

            assertThat(impatient.post("http://" + HOST + ":" + server.port(), Map.of(), BODY))
                    .isEqualTo(new Failed(Failure.TIMED_OUT));
            // It learns that nobody listens any more, long before its end.
            assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(dripped).hasValueBetween(2, 999);
        }
    }

    @Test
    void an_answer_that_comes_slowly_and_late_but_in_time_counts() {
        RawServer.Behaviour slow = out -> {
            drip(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", 10, Duration.ofMillis(60), new AtomicInteger());
        };
        try (RawServer server = new RawServer(ServerSocketFactory.getDefault(), slow)) {
            long begin = System.nanoTime();

            Outcome outcome =
                    local(Map.of("timeout", "20s")).post("http://" + HOST + ":" + server.port(), Map.of(), BODY);

            assertThat(outcome).isEqualTo(new Answered(200, null));
            assertThat(outcome.isDelivered()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(600));
        }
    }

    /** Sends the start, and then a byte whenever so much time has passed. */
    private static void drip(OutputStream out, String start, int bytes, Duration pause, AtomicInteger dripped)
            throws IOException {
        out.write(start.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        long next = System.nanoTime();
        for (int i = 0; i < bytes; i++) {
            next += pause.toNanos();
            for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            out.write('a');
            out.flush();
            dripped.incrementAndGet();
        }
    }

    private static void hang(OutputStream out, String start, CountDownLatch never) throws IOException {
        out.write(start.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RawServer tls(TestKeystore keystore) {
        return new RawServer(
                keystore.context().getServerSocketFactory(), out -> out.write(OK.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Outcome post(RawServer server) {
        return local(Map.of()).post("http://" + HOST + ":" + server.port() + "/hook", Map.of(), BODY);
    }

    /** Every name is this machine. */
    private static PinnedReceivers local(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("allow-private", "true");
        return receivers(host -> List.of(InetAddress.getLoopbackAddress()), all);
    }

    private static PinnedReceivers receivers(NameLookup names, Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(WebhookSettings.class)
                // The durations of the defaults are in Quarkus' notation.
                .withConverter(Duration.class, 200, new DurationConverter());
        settings.forEach((name, value) -> builder.withDefaultValue("plumbline.webhooks." + name, value));
        WebhookSettings webhooks = builder.build().getConfigMapping(WebhookSettings.class);
        return new PinnedReceivers(names, new PostClient(vertx, webhooks, CLOCK), webhooks);
    }
}
