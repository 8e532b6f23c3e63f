package dev.plumbline.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final Instant BEGIN = Instant.parse("2026-05-04T10:00:00Z");
    private static final long LATER = BEGIN.plusSeconds(3600).getEpochSecond();

    private Instant now = BEGIN;
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final VerifiedTokens tokens = new VerifiedTokens(clock, Duration.ofSeconds(60));

    @Test
    void a_verified_token_is_believed_for_its_time() {
        assertThat(tokens.user("good")).isNull();
        verify("good", LATER);
        now = BEGIN.plusSeconds(59);
        SecurityIdentity again = known("good");

        assertThat(again.getPrincipal().getName()).isEqualTo("person-good");
        assertThat(again.getRoles()).containsExactly("recruiter");
        assertThat(again.<String>getAttribute("tenant-id")).isEqualTo("default");

        now = BEGIN.plusSeconds(60);
        assertThat(tokens.user("good")).isNull();
    }

    @Test
    void no_token_is_believed_past_its_end() {
        verify("short", BEGIN.plusSeconds(5).getEpochSecond());
        now = BEGIN.plusSeconds(4);
        assertThat(tokens.user("short")).isNotNull();

        now = BEGIN.plusSeconds(5);
        assertThat(tokens.user("short")).isNull();
    }

    @Test
    void nor_within_the_second_in_which_it_would_be_believed_no_longer_anyhow() {
        now = BEGIN.plusMillis(700);
        verify("ending", BEGIN.plusSeconds(60).getEpochSecond());

        now = BEGIN.plusSeconds(60).minusMillis(1);
        assertThat(tokens.user("ending")).isNotNull();
        now = BEGIN.plusSeconds(60);
        assertThat(tokens.user("ending")).isNull();
    }

    @Test
    void a_token_without_a_sensible_end_is_believed_no_longer_than_others() {
        verify("endless", Long.MAX_VALUE);
        now = BEGIN.plusSeconds(59);
        assertThat(tokens.user("endless")).isNotNull();
        now = BEGIN.plusSeconds(60);
        assertThat(tokens.user("endless")).isNull();
    }

    @Test
    void another_token_is_another_matter() {
        verify("good", LATER);

        assertThat(tokens.user("good2")).isNull();
        assertThat(tokens.user("goo")).isNull();
        verify("good2", LATER);
        assertThat(known("good2").getPrincipal().getName()).isEqualTo("person-good2");
        assertThat(known("good").getPrincipal().getName()).isEqualTo("person-good");
    }

    @Test
    void who_was_found_by_other_means_than_the_token_is_not_believed_for_it() {
        tokens.remember("sent", user("looked-at", "ana", "recruiter", LATER));
        tokens.remember("sent", null);
        tokens.remember(
                "sent",
                new QuarkusHttpUser(QuarkusSecurityIdentity.builder()
                        .setPrincipal(() -> "no token's")
                        .build()));

        assertThat(tokens.user("sent")).isNull();
    }

    @Test
    void nothing_of_one_call_is_kept_for_the_next() {
        verify("good", LATER);

        assertThat(known("good").getAttributes()).doesNotContainKey(RoutingContext.class.getName());
    }

    private void verify(String token, long expires) {
        tokens.remember(token, user(token, "person-" + token, "recruiter", expires));
    }

    private SecurityIdentity known(String token) {
        return Objects.requireNonNull(tokens.user(token)).getSecurityIdentity();
    }

    /** As authentication leaves a caller behind whose token it has verified. */
    static QuarkusHttpUser user(String token, String person, String role, long expires) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(person);
        claims.setExpirationTime(NumericDate.fromSeconds(expires));
        return new QuarkusHttpUser(QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(token, "JWT", claims))
                .addRole(role)
                .addAttribute("tenant-id", "default")
                .addAttribute(RoutingContext.class.getName(), "the call of " + token)
                .build());
    }
}
