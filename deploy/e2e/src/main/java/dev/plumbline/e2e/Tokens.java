package dev.plumbline.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Gets tokens from the local issuer, once per user and again when half of a token's time is over. */
final class Tokens {
    private final URI issuer;
    private final Clock clock;
    private final Map<String, Held> tokens = new ConcurrentHashMap<>();

    Tokens(URI issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    private record Held(String token, Instant freshUntil) {}

    String of(String user) {
        return tokens.compute(user, this::fresh).token();
    }

    private Held fresh(String user, @Nullable Held held) {
        Instant now = clock.instant();
        if (held != null && now.isBefore(held.freshUntil())) {
            return held;
        }
        JsonNode grant = fetch(user);
        Duration lifetime = Duration.ofSeconds(grant.get("expires_in").asLong());
        return new Held(grant.get("access_token").asText(), now.plus(lifetime.dividedBy(2)));
    }

    private JsonNode fetch(String user) {
        String form = user.equals("integration")
                ? "grant_type=client_credentials&client_id=integration&client_secret=integration"
                : "grant_type=password&client_id=plumbline&username=" + user + "&password=" + user;
        return new Http(issuer, "").postForm("/token", form).expect(200).json();
    }
}
