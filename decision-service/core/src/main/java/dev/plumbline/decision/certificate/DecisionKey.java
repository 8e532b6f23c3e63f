package dev.plumbline.decision.certificate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.json.CanonicalJson;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/**
 * A public key that certificates are verified with (Ed25519, RFC 8032), as a JSON web key (RFC 8037).
 *
 * @param id its thumbprint (RFC 7638), so nobody has to be trusted for which key an id stands for
 * @param x the key's 32 bytes, in base64url
 */
public record DecisionKey(String id, String x, EdECPublicKey key) {

    /** Of the keys, and of the signatures made with them. */
    public static final String ALGORITHM = "Ed25519";

    /** Bytes of a signature. */
    public static final int SIGNATURE_BYTES = 64;

    private static final int KEY_BYTES = 32;
    private static final int SIGN_BIT = 0x80;

    /** @throws IllegalArgumentException if the key is on another curve */
    public static DecisionKey of(EdECPublicKey key) {
        if (!NamedParameterSpec.ED25519.getName().equals(key.getParams().getName())) {
            throw new IllegalArgumentException("a decision key is an Ed25519 key");
        }
        String x = base64(encoded(key.getPoint()));
        return new DecisionKey(thumbprint(x), x, key);
    }

    /** @throws IllegalArgumentException if this is no Ed25519 key in base64url */
    public static DecisionKey of(String x) {
        byte[] bytes = Base64.getUrlDecoder().decode(x);
        if (bytes.length != KEY_BYTES || !base64(bytes).equals(x)) {
            throw new IllegalArgumentException("an Ed25519 key is 32 bytes in base64url");
        }
        try {
            EdECPublicKeySpec spec = new EdECPublicKeySpec(NamedParameterSpec.ED25519, point(bytes));
            return of((EdECPublicKey) KeyFactory.getInstance(ALGORITHM).generatePublic(spec));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is no Ed25519 key", e);
        }
    }

    /** RFC 8032, 5.1.2: y in little-endian order, with the sign of x in the highest bit. */
    private static byte[] encoded(EdECPoint point) {
        byte[] bytes = new byte[KEY_BYTES];
        byte[] y = point.getY().toByteArray();
        for (int i = 0; i < y.length && i < KEY_BYTES; i++) {
            bytes[i] = y[y.length - 1 - i];
        }
        if (point.isXOdd()) {
            bytes[KEY_BYTES - 1] |= (byte) SIGN_BIT;
        }
        return bytes;
    }

    private static EdECPoint point(byte[] encoded) {
        byte[] y = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            y[i] = encoded[KEY_BYTES - 1 - i];
        }
        boolean isXOdd = (y[0] & SIGN_BIT) != 0;
        y[0] &= (byte) ~SIGN_BIT;
        return new EdECPoint(isXOdd, new BigInteger(1, y));
    }

    private static String thumbprint(String x) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(CanonicalJson.tree(required(x))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static ObjectNode required(String x) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("crv", ALGORITHM)
                .put("kty", "OKP")
                .put("x", x);
    }

    /** The key as a JSON web key. */
    public ObjectNode toJwk() {
        return required(x).put("kid", id).put("use", "sig").put("alg", "EdDSA");
    }

    /** Whether the signature over these bytes is this key's. */
    public boolean verifies(byte[] signed, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform of this release has Ed25519", e);
        }
    }

    /** Base64url without padding (RFC 4648, section 5). */
    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
