package dev.plumbline.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final Instant BEGIN = Instant.parse("2026-05-04T10:00:00Z");
    private static final AuthenticationRequestContext CONTEXT = VerifiedTokensTest::never;

    private final Verifier verifier = new Verifier();
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
    private final VerifiedTokens tokens = new VerifiedTokens(verifier, clock, Duration.ofSeconds(60));

    private static Uni<SecurityIdentity> never(Supplier<SecurityIdentity> blocking) {
        throw new IllegalStateException("nothing blocks here");
    }

    @Test
    void a_verified_token_is_believed_for_its_time_and_then_verified_again() {
        assertThat(call("good").getPrincipal().getName()).isEqualTo("person-good");
        now = BEGIN.plusSeconds(59);
        SecurityIdentity again = call("good");

        assertThat(again.getPrincipal().getName()).isEqualTo("person-good");
        assertThat(again.getRoles()).containsExactly("recruiter");
        assertThat(again.<String>getAttribute("tenant-id")).isEqualTo("default");
        assertThat(verifier.verified).containsExactly("good");

        now = BEGIN.plusSeconds(60);
        call("good");
        assertThat(verifier.verified).containsExactly("good", "good");
    }

    @Test
    void no_token_is_believed_past_its_end() {
        verifier.expires = BEGIN.plusSeconds(5);
        call("short");
        now = BEGIN.plusSeconds(4);
        call("short");
        assertThat(verifier.verified).hasSize(1);

        now = BEGIN.plusSeconds(5);
        call("short");
        assertThat(verifier.verified).hasSize(2);
    }

    @Test
    void a_token_without_a_sensible_end_is_believed_no_longer_than_others() {
        call("endless");
        now = BEGIN.plusSeconds(60);
        call("endless");

        assertThat(verifier.verified).hasSize(2);
    }

    @Test
    void another_token_is_another_matter_and_a_refused_one_is_refused_each_time() {
        call("good");
        assertThat(call("good2").getPrincipal().getName()).isEqualTo("person-good2");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> call("bad")).isInstanceOf(AuthenticationFailedException.class);
        }
        assertThat(verifier.verified).containsExactly("good", "good2", "bad", "bad");
    }

    @Test
    void nothing_of_one_call_is_kept_for_the_next() {
        call("good");

        assertThat(call("good").getAttributes()).doesNotContainKey(RoutingContext.class.getName());
    }

    private SecurityIdentity call(String token) {
        TokenAuthenticationRequest request = new TokenAuthenticationRequest(new AccessTokenCredential(token));
        return tokens.authenticate(request, CONTEXT).await().indefinitely();
    }

    /** Verifies what is not bad, and notes what it was asked. */
    private static final class Verifier implements IdentityProvider<TokenAuthenticationRequest> {
        private final List<String> verified = new ArrayList<>();
        private Instant expires = BEGIN.plusSeconds(3600);

        @Override
        public Class<TokenAuthenticationRequest> getRequestType() {
            return TokenAuthenticationRequest.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(
                TokenAuthenticationRequest request, AuthenticationRequestContext context) {
            String token = request.getToken().getToken();
            verified.add(token);
            if (token.equals("bad")) {
                return Uni.createFrom().failure(new AuthenticationFailedException());
            }
            JwtClaims claims = new JwtClaims();
            claims.setSubject("person-" + token);
            claims.setExpirationTime(
                    NumericDate.fromSeconds(token.equals("endless") ? Long.MAX_VALUE : expires.getEpochSecond()));
            return Uni.createFrom()
                    .item(QuarkusSecurityIdentity.builder()
                            .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                            .addRole("recruiter")
                            .addAttribute("tenant-id", "default")
                            .addAttribute(RoutingContext.class.getName(), "the call of " + token)
                            .build());
        }
    }
}
