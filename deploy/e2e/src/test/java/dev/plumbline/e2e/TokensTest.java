package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A load that goes on for longer than a token is good for. */
class TokensTest {
    private final AtomicInteger granted = new AtomicInteger();
    private final HttpServer issuer;
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    TokensTest() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void grant() {
        issuer.createContext("/token", exchange -> {
            byte[] body = "{\"access_token\": \"token-%d\", \"expires_in\": 3600}"
                    .formatted(granted.incrementAndGet())
                    .getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    private Tokens tokens() {
        URI url = URI.create("http://localhost:" + issuer.getAddress().getPort());
        return new Tokens(url, new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }

    @Test
    void a_token_is_used_for_half_of_its_time_and_then_another_one() {
        Tokens tokens = tokens();
        assertThat(tokens.of("recruiter")).isEqualTo("token-1");
        now = now.plus(Duration.ofMinutes(29));
        assertThat(tokens.of("recruiter")).isEqualTo("token-1");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(tokens.of("recruiter")).isEqualTo("token-2");
        assertThat(tokens.of("recruiter")).isEqualTo("token-2");
    }

    @Test
    void each_user_has_one_of_its_own() {
        Tokens tokens = tokens();
        assertThat(tokens.of("recruiter")).isNotEqualTo(tokens.of("integration"));
    }
}
