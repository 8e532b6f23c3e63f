package dev.plumbline.kit.app;

import static dev.plumbline.kit.app.ThingCalls.maker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that do not behave, over sockets of their own: each gets an answer or the end of its connection. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class HostileClientsTest {
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final int DEEP = 10_000;
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(50);
    private static final Duration SLOW_MACHINE = Duration.ofSeconds(20);

    @ConfigProperty(name = "plumbline.rest.silence")
    Duration silence;

    @ConfigProperty(name = "plumbline.rest.body-within")
    Duration bodyWithin;

    private static String head(String start, String... headers) {
        return start + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("", headers) + "\r\n";
    }

    private static String asMaker() {
        return "Authorization: Bearer " + Tokens.of("ana", "maker") + "\r\nContent-Type: application/json\r\n";
    }

    private static String answerTo(String request) throws IOException {
        try (RawConnection connection = RawConnection.open()) {
            return connection.send(request).readToEnd();
        }
    }

    private static void isAProblem(String answer, int status, String slug) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
        assertThat(answer).contains("/problems/" + slug);
        tellsNothingOfTheInside(answer);
    }

    private static void tellsNothingOfTheInside(String answer) {
        assertThat(answer).doesNotContainIgnoringCase("exception", "\nserver:", "vert.x", "netty", "quarkus");
    }

    @Test
    void ten_megabytes_are_refused_before_they_are_read() throws IOException {
        try (RawConnection connection = RawConnection.open()) {
            connection.send(head("POST /v1/things", asMaker(), "Content-Length: " + TEN_MEGABYTES + "\r\n"));
            connection.sendAsManyAsAreTaken(TEN_MEGABYTES);
            isAProblem(connection.readToEnd(), 413, "payload-too-large");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void json_ten_thousand_deep_is_refused(String level) throws IOException {
        String body = level.repeat(DEEP);
        isAProblem(
                answerTo(head(
                                "POST /v1/things",
                                asMaker(),
                                "Connection: close\r\nContent-Length: " + body.length() + "\r\n")
                        + body),
                400,
                "malformed-json");
    }

    @Test
    void json_is_refused_one_level_below_the_deepest() {
        // The reader knows no member of the body but its own; how deep it goes is a matter of the parser.
        String deepest = "[".repeat(99) + "]".repeat(99);
        maker().body("{\"id\": " + deepest + "}").post("/v1/things").then().statusCode(422);
        maker().body("{\"id\": [" + deepest + "]}").post("/v1/things").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"1, 100000, 431", "10000, 1, 431"})
    void a_flood_of_headers_is_refused(int headers, int length, int status) throws IOException {
        StringBuilder flood = new StringBuilder();
        for (int i = 0; i < headers; i++) {
            flood.append("X-").append(i).append(": ").append("x".repeat(length)).append("\r\n");
        }
        String answer = answerTo(head("GET /v1/things", flood.toString()));
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        tellsNothingOfTheInside(answer);
    }

    @Test
    void a_line_that_is_too_long_is_refused() throws IOException {
        String answer = answerTo(head("GET /v1/things?cursor=" + "x".repeat(100_000)));
        assertThat(answer).matches("(?s)HTTP/1\\.[01] 414 .*");
        tellsNothingOfTheInside(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET /v1/things HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
                "POST /v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n",
                "POST /v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST /v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "GET /v1/things?limit=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /v1/things?% HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /v1/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET // HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            })
    void what_is_no_http_is_refused(String request) throws IOException {
        String answer = answerTo(request);
        assertThat(answer).matches("(?s)HTTP/1\\.[01] 400 .*");
        tellsNothingOfTheInside(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/things/%00",
                "/v1/things/%c3%28",
                "/v1/things/..%2f..%2fq",
                "/v1/../../etc/passwd",
                "no-slash",
                "*"
            })
    void a_strange_target_is_refused_as_a_problem(String target) throws IOException {
        String answer = answerTo(head("GET " + target, asMaker(), "Connection: close\r\n"));
        assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*");
        assertThat(answer).contains("application/problem+json", "X-Content-Type-Options: nosniff");
        tellsNothingOfTheInside(answer);
    }

    @Test
    @Timeout(30)
    void who_sends_byte_by_byte_is_cut_off_and_others_are_served() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Dribbled> inTheHead = clients.submit(() -> dribble("GET /v1/things HTTP/1.1\r\nX-Slow: "));
            Future<Dribbled> inTheBody = clients.submit(
                    () -> dribble(head("POST /v1/things", asMaker(), "Content-Length: 100000\r\n") + "{\"id\": \""));
            assertThat(maker().get("/v1/things").statusCode()).isEqualTo(200);
            assertThat(inTheHead.get().lasted()).isBetween(silence.dividedBy(2), silence.plus(SLOW_MACHINE));
            assertThat(inTheHead.get().answer()).isEmpty();
            assertThat(inTheBody.get().lasted()).isBetween(bodyWithin.dividedBy(2), bodyWithin.plus(SLOW_MACHINE));
            isAProblem(inTheBody.get().answer(), 408, "request-timeout");
        }
    }

    /** What came, and after how long. */
    private record Dribbled(Duration lasted, String answer) {}

    /** Sends this and then a byte now and then, until the other side says something or ends the connection. */
    private static Dribbled dribble(String begun) throws IOException {
        long start = System.nanoTime();
        try (RawConnection connection = RawConnection.open()) {
            connection.send(begun);
            while (!connection.hasAnswerWithin(BETWEEN_BYTES)) {
                connection.send("x");
            }
            return new Dribbled(Duration.ofNanos(System.nanoTime() - start), connection.readToEnd());
        }
    }
}
