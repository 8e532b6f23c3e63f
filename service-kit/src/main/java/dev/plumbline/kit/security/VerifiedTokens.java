package dev.plumbline.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
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
 * plumbline.verified-tokens.for}) and never past its {@code exp} (RFC 7519, section 4.1.4); so a key that the issuer has
 * taken back, too, counts at most that much longer. What was refused is verified each time.
 */
@Singleton
public class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {
    /** Before the one that verifies: a provider that names no priority has {@code SYSTEM_FIRST + 1}. */
    private static final int PRIORITY = SYSTEM_FIRST + 100;

    private static final int MOST = 10_000;
    private static final String CALL = RoutingContext.class.getName();

    private final IdentityProvider<TokenAuthenticationRequest> verifier;
    private final Clock clock;
    private final Duration believed;
    private final Cache<String, Verified> recent;

    private record Verified(SecurityIdentity identity, Instant until) {}

    @Inject
    VerifiedTokens(
            OidcIdentityProvider verifier,
            Clock clock,
            @ConfigProperty(name = "plumbline.verified-tokens.for") Duration believed) {
        this((IdentityProvider<TokenAuthenticationRequest>) verifier, clock, believed);
    }

    VerifiedTokens(IdentityProvider<TokenAuthenticationRequest> verifier, Clock clock, Duration believed) {
        this.verifier = verifier;
        this.clock = clock;
        this.believed = believed;
        this.recent = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(believed)
                .build();
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        if (!(request.getToken() instanceof AccessTokenCredential access)) {
            return verifier.authenticate(request, context);
        }
        String token = access.getToken();
        Verified known = recent.getIfPresent(token);
        if (known != null && clock.instant().isBefore(known.until())) {
            RoutingContext call = HttpSecurityUtils.getRoutingContextAttribute(request);
            return Uni.createFrom().item(of(known.identity(), call));
        }
        return verifier.authenticate(request, context).invoke(identity -> remember(token, identity));
    }

    /** Whether this token is believed now. */
    boolean isBelieved(String token) {
        Verified known = recent.getIfPresent(token);
        return known != null && clock.instant().isBefore(known.until());
    }

    private void remember(String token, @Nullable SecurityIdentity identity) {
        if (identity != null && identity.getPrincipal() instanceof JsonWebToken claims) {
            Instant until = clock.instant().plus(believed);
            // As a number: what a token says of its end need not be a moment that there is.
            boolean endsBefore = claims.getExpirationTime() < until.getEpochSecond();
            recent.put(
                    token,
                    new Verified(
                            of(identity, null),
                            endsBefore ? Instant.ofEpochSecond(claims.getExpirationTime()) : until));
        }
    }

    /** The same person on another call, or on none. Who may do what is by roles: permissions are not taken over. */
    private static SecurityIdentity of(SecurityIdentity identity, @Nullable RoutingContext call) {
        QuarkusSecurityIdentity.Builder other = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials());
        identity.getAttributes().forEach((name, value) -> {
            if (!name.equals(CALL)) {
                other.addAttribute(name, value);
            }
        });
        if (call != null) {
            other.addAttribute(CALL, call);
        }
        return other.build();
    }
}
