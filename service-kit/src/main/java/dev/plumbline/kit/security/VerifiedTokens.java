package dev.plumbline.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.auth.User;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Whose signature was verified a moment ago is not verified again: a caller sends the same token with every call until it
 * expires, and its check costs more than most answers. A token is believed for a short time ({@code
 * plumbline.verified-tokens.for}) and never past its {@code exp} (RFC 7519, section 4.1.4). A key that the issuer has taken
 * back counts at most that much longer than it does without this: the issuer's keys are read at the start, and again when a
 * token names an unknown one, at most once in {@code quarkus.oidc.token.forced-jwk-refresh-interval}. Believed is what the
 * whole of authentication has let in; what was refused is verified each time.
 */
@Singleton
public class VerifiedTokens {
    /** Behind the handler that would authenticate when it is asked for the caller, and before whoever asks. */
    private static final int AFTER_AUTHENTICATION = 150;

    private static final int MOST = 10_000;
    private static final String SCHEME = "Bearer ";
    private static final String CALL = RoutingContext.class.getName();

    private final Clock clock;
    private final Duration believed;
    private final Cache<String, Verified> recent;

    private record Verified(QuarkusHttpUser user, Instant until) {}

    VerifiedTokens(Clock clock, @ConfigProperty(name = "plumbline.verified-tokens.for") Duration believed) {
        this.clock = clock;
        this.believed = believed;
        this.recent = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(believed)
                .build();
    }

    void register(@Observes Filters filters) {
        filters.register(this::recognise, AFTER_AUTHENTICATION);
    }

    private void recognise(RoutingContext call) {
        String authorization = call.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.startsWith(SCHEME)) {
            String token = authorization.substring(SCHEME.length());
            QuarkusHttpUser user = user(token);
            if (user != null) {
                call.setUser(user);
            } else {
                // By then it is known who called, if anybody asked.
                call.addHeadersEndHandler(answered -> remember(token, call.user()));
            }
        }
        call.next();
    }

    /** Who is believed to call with this token now; null where it has to be verified. */
    @Nullable QuarkusHttpUser user(String token) {
        Verified known = recent.getIfPresent(token);
        return known != null && clock.instant().isBefore(known.until()) ? known.user() : null;
    }

    /** Keeps whom authentication has found behind a token, where it is this token that it has looked at. */
    void remember(String token, @Nullable User user) {
        if (user instanceof QuarkusHttpUser http
                && http.getSecurityIdentity().getPrincipal() instanceof JsonWebToken claims
                && token.equals(claims.getRawToken())) {
            Instant until = clock.instant().plus(believed);
            // As a number: what a token says of its end need not be a moment that there is. Of two ends in the
            // same second the token's is the earlier one: it has no fractions.
            boolean endsBefore = claims.getExpirationTime() <= until.getEpochSecond();
            recent.put(
                    token,
                    new Verified(
                            new QuarkusHttpUser(withoutCall(http.getSecurityIdentity())),
                            endsBefore ? Instant.ofEpochSecond(claims.getExpirationTime()) : until));
        }
    }

    /** The same person on no call. Who may do what is by roles: permissions are not taken over. */
    private static SecurityIdentity withoutCall(SecurityIdentity identity) {
        QuarkusSecurityIdentity.Builder other = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials());
        identity.getAttributes().forEach((name, value) -> {
            if (!name.equals(CALL)) {
                other.addAttribute(name, value);
            }
        });
        return other.build();
    }
}
