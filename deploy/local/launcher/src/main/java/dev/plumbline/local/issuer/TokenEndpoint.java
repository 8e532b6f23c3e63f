package dev.plumbline.local.issuer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Grants tokens: to demo users through the public client, to the integration in its own name. */
final class TokenEndpoint {
    static final int LIFETIME_SECONDS = 3600;

    private static final String PUBLIC_CLIENT = "plumbline";
    private static final String INTEGRATION = "integration";
    private static final String AUDIENCE = "plumbline";

    private final String issuer;
    private final RsaJsonWebKey key;

    TokenEndpoint(String issuer, RsaJsonWebKey key) {
        this.issuer = issuer;
        this.key = key;
    }

    /** @param authorization the header, if there is one */
    Map<String, Object> grant(@Nullable String authorization, Form form) throws OAuthError {
        Client client = authenticate(authorization, form);
        String grant = form.require("grant_type");
        return switch (grant) {
            case "password" -> {
                if (!client.id().equals(PUBLIC_CLIENT)) {
                    throw OAuthError.unauthorizedClient(grant);
                }
                String user = form.require("username");
                String role = DemoUsers.signIn(user, form.require("password")).orElseThrow(OAuthError::invalidGrant);
                yield token(client, user, role);
            }
            case "client_credentials" -> {
                if (!client.id().equals(INTEGRATION)) {
                    throw OAuthError.unauthorizedClient(grant);
                }
                yield token(client, INTEGRATION, INTEGRATION);
            }
            default -> throw OAuthError.unsupportedGrant();
        };
    }

    private record Client(String id) {}

    private static Client authenticate(@Nullable String authorization, Form form) throws OAuthError {
        String id;
        Optional<String> secret;
        if (authorization != null) {
            if (form.get("client_secret").isPresent()) {
                throw OAuthError.invalidRequest("The client authenticates in two ways at once");
            }
            String[] pair = basic(authorization);
            id = pair[0];
            secret = Optional.of(pair[1]).filter(value -> !value.isEmpty());
        } else {
            id = form.require("client_id");
            secret = form.get("client_secret");
        }
        boolean known = switch (id) {
            case PUBLIC_CLIENT -> secret.isEmpty();
            case INTEGRATION -> secret.filter(INTEGRATION::equals).isPresent();
            default -> false;
        };
        if (!known) {
            throw OAuthError.invalidClient();
        }
        return new Client(id);
    }

    private static String[] basic(String authorization) throws OAuthError {
        String[] parts = authorization.strip().split(" +", 2);
        if (parts.length != 2 || !parts[0].equalsIgnoreCase("Basic")) {
            throw OAuthError.invalidClient();
        }
        try {
            String decoded = new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            if (colon < 0) {
                throw OAuthError.invalidClient();
            }
            return new String[] {Form.decode(decoded.substring(0, colon)), Form.decode(decoded.substring(colon + 1))};
        } catch (IllegalArgumentException e) {
            throw OAuthError.invalidClient();
        }
    }

    private Map<String, Object> token(Client client, String subject, String role) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setStringListClaim("groups", List.of(role));
        claims.setClaim("azp", client.id());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(LIFETIME_SECONDS / 60f);
        claims.setGeneratedJwtId();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            answer.put("access_token", signature.getCompactSerialization());
        } catch (JoseException e) {
            throw new IllegalStateException("A token cannot be signed", e);
        }
        answer.put("token_type", "Bearer");
        answer.put("expires_in", LIFETIME_SECONDS);
        return answer;
    }
}
