package dev.plumbline.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.RsaJsonWebKey;

/** A token put together by hand, in compact form (RFC 7515, 3.1): libraries refuse to make what an attacker sends. */
final class HandmadeToken {
    private static final long HOUR = 3_600;

    private final ObjectNode header =
            Http.JSON.createObjectNode().put("typ", "JWT").put("alg", "RS256");
    private final ObjectNode claims;

    private HandmadeToken(ObjectNode claims) {
        this.claims = claims;
    }

    /** Of somebody who may look at what each service has; never twice the same. */
    static HandmadeToken from(URI issuer) {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = Http.JSON
                .createObjectNode()
                .put("iss", issuer.toString())
                .put("aud", "plumbline")
                .put("sub", "mallory")
                .put("jti", UUID.randomUUID().toString())
                .put("iat", now)
                .put("exp", now + HOUR);
        claims.putArray("groups").add("auditor").add("interviewer");
        return new HandmadeToken(claims);
    }

    /** With this in its header. */
    HandmadeToken with(String name, String value) {
        header.put(name, value);
        return this;
    }

    /** Signed by this key, whatever the header says. */
    String signedBy(RsaJsonWebKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivateKey());
            signature.update(signed().getBytes(StandardCharsets.US_ASCII));
            return signed() + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no RSA", e);
        }
    }

    /** With an HMAC by SHA-256 under this secret. */
    String hmac(byte[] secret) {
        header.put("alg", "HS256");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return signed() + "." + encode(mac.doFinal(signed().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no HMAC", e);
        }
    }

    private String signed() {
        return encode(header.toString().getBytes(StandardCharsets.UTF_8))
                + "."
                + encode(claims.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
