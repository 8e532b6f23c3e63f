package dev.plumbline.kit.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bearer tokens, as an OIDC provider would issue them, for the application that {@link PlatformResource} configures. Each
 * method gives the compact JWT alone: {@code given().auth().oauth2(Tokens.of("recruiter"))}.
 */
public final class Tokens {
    /** The issuer that the application under test trusts. */
    public static final String ISSUER = "https://issuer.plumbline.test";

    /** The audience that the services answer to. */
    public static final String AUDIENCE = "plumbline";

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Duration USED_AGAIN = Duration.ofMinutes(10);
    private static final Map<Holder, Issued> ISSUED = new ConcurrentHashMap<>();

    /** Who a token is for. */
    private record Holder(String sub, Set<String> roles) {}

    /** A token, and since when there is one. */
    private record Issued(String token, Instant at) {
        boolean isFresh() {
            return at.plus(USED_AGAIN).isAfter(Instant.now());
        }
    }

    private Tokens() {}

    /** A token of the user who is named like this role, and has it. */
    public static String of(String role) {
        return of(role, role);
    }

    /**
     * A token of this user with these roles: for some minutes the same one, as a client has it. To sign one anew for each
     * call took a third of the time of the tests.
     */
    public static String of(String sub, String... roles) {
        return ISSUED.compute(
                        new Holder(sub, Set.of(roles)),
                        (holder, known) -> known != null && known.isFresh()
                                ? known
                                : new Issued(sign(claims(sub, roles)), Instant.now()))
                .token();
    }

    /** A token that is valid until then. */
    public static String validUntil(Instant end, String sub, String... roles) {
        return sign(claims(sub, roles).expiresAt(end));
    }

    /** A valid token of a user who has no role at all. */
    public static String withoutRoles(String sub) {
        return sign(claims(sub));
    }

    /** A token that ended an hour ago, which no clock skew forgives. */
    public static String expired(String sub, String... roles) {
        Instant past = Instant.now().minus(LIFETIME);
        return sign(claims(sub, roles).issuedAt(past.minus(LIFETIME)).expiresAt(past));
    }

    /** A token for another audience. */
    public static String wrongAudience(String sub, String... roles) {
        return sign(claims(sub, roles).audience("another-system"));
    }

    /** A token that says it comes from another issuer. */
    public static String wrongIssuer(String sub, String... roles) {
        return sign(claims(sub, roles).issuer("https://issuer.elsewhere.test"));
    }

    /** A token with {@code alg} {@code none} and no signature (RFC 8725, section 3.1). */
    public static String unsigned(String sub, String... roles) {
        String payload = of(sub, roles).split("\\.", -1)[1];
        return encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + payload + ".";
    }

    /** A token signed with a key that the application does not know. */
    public static String signedByAnotherKey(String sub, String... roles) {
        return claims(sub, roles).jws().sign(TestKeys.another().getPrivate());
    }

    /** A token signed by HMAC, with the public key as the secret: the algorithm confusion of RFC 8725, section 2.1. */
    public static String signedByThePublicKey(String sub, String... roles) {
        byte[] secret = TestKeys.issuer().getPublic().getEncoded();
        return claims(sub, roles).jws().sign(new SecretKeySpec(secret, "HmacSHA256"));
    }

    /** A token whose roles were changed after it was signed. */
    public static String tampered(String sub, String... roles) {
        String[] honest = withoutRoles(sub).split("\\.", -1);
        String payload = of(sub, roles).split("\\.", -1)[1];
        return honest[0] + "." + payload + "." + honest[2];
    }

    /** Every kind of token above that must not be accepted, by what is wrong with it. */
    public static Map<String, String> invalid(String sub, String... roles) {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("expired", expired(sub, roles));
        tokens.put("for another audience", wrongAudience(sub, roles));
        tokens.put("from another issuer", wrongIssuer(sub, roles));
        tokens.put("unsigned", unsigned(sub, roles));
        tokens.put("signed by another key", signedByAnotherKey(sub, roles));
        tokens.put("signed by the public key", signedByThePublicKey(sub, roles));
        tokens.put("tampered", tampered(sub, roles));
        tokens.put("no token at all", "not-a-token");
        return tokens;
    }

    private static JwtClaimsBuilder claims(String sub, String... roles) {
        Instant now = Instant.now();
        return Jwt.claims()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(sub)
                // Providers send it beside sub, and it may change: whoever takes it for the person's id fails here.
                .preferredUserName("display-name-of-" + sub)
                .groups(Set.of(roles))
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME));
    }

    private static String sign(JwtClaimsBuilder claims) {
        PrivateKey key = TestKeys.issuer().getPrivate();
        return claims.jws().sign(key);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
