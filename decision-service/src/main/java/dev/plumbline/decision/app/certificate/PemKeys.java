package dev.plumbline.decision.app.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Ed25519 keys in PEM. What it says of one that it cannot read has nothing of the key in it. */
final class PemKeys {
    private static final String ED25519 = "Ed25519";
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private PemKeys() {}

    /** @throws IllegalArgumentException where it is not exactly one private key */
    static KeyPair privateKey(String pem) {
        List<byte[]> keys = blocks(pem, "PRIVATE KEY");
        if (keys.size() != 1) {
            throw new IllegalArgumentException("must be one Ed25519 private key");
        }
        try {
            EdECPrivateKey key = (EdECPrivateKey)
                    KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(keys.getFirst()));
            return new KeyPair(publicKey(key), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("must be an Ed25519 private key in PKCS#8");
        }
    }

    /** The JDK derives a public key only where it makes the pair: from the private key's bytes instead of random ones. */
    private static EdECPublicKey publicKey(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] secret = key.getBytes().orElseThrow(() -> new GeneralSecurityException("the key cannot be read"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ED25519);
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(secret, 0, bytes, 0, bytes.length);
            }
        });
        return (EdECPublicKey) generator.generateKeyPair().getPublic();
    }

    /** @throws IllegalArgumentException where something else than public keys is there */
    static List<EdECPublicKey> publicKeys(String pem) {
        List<EdECPublicKey> keys = new ArrayList<>();
        try {
            for (byte[] key : blocks(pem, "PUBLIC KEY")) {
                keys.add((EdECPublicKey) KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(key)));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("must be Ed25519 public keys");
        }
        return keys;
    }

    private static List<byte[]> blocks(String pem, String label) {
        List<byte[]> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(pem);
        int end = 0;
        while (block.find()) {
            if (!label.equals(block.group(1))) {
                throw new IllegalArgumentException("must be " + label + " in PEM, and not " + block.group(1));
            }
            blocks.add(decoded(block.group(2), label));
            end = block.end();
        }
        if (blocks.isEmpty() || !pem.substring(end).isBlank()) {
            throw new IllegalArgumentException("must be " + label + " in PEM");
        }
        return blocks;
    }

    private static byte[] decoded(String base64, String label) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be " + label + " in PEM");
        }
    }
}
