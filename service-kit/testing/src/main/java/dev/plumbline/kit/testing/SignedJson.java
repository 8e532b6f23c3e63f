package dev.plumbline.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * JSON Web Signatures in compact form (RFC 7515, 3.1), put together by hand: libraries refuse to make what an attacker
 * sends.
 *
 * @param header the protected header, whatever it says
 * @param payload the payload, whatever it is
 */
record SignedJson(String header, String payload) {
    static SignedJson of(JsonNode header, JsonNode payload) {
        return new SignedJson(header.toString(), payload.toString());
    }

    /** With an RSA signature by SHA-256, which may not be what the header says. */
    String rsa(PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed().getBytes(StandardCharsets.US_ASCII));
            return signed() + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no RSA", e);
        }
    }

    /** With an HMAC by SHA-256, which may not be what the header says. */
    String hmac(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return signed() + "." + encode(mac.doFinal(signed().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no HMAC", e);
        }
    }

    /** With an empty signature. */
    String unsigned() {
        return signed() + ".";
    }

    private String signed() {
        return encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
