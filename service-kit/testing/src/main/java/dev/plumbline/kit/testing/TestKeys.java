package dev.plumbline.kit.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** The RSA key pair of this test JVM's token issuer: made anew in each run, so that no private key lies in the project. */
final class TestKeys {
    private static final String PROPERTY = "plumbline.test.keys";
    private static final int BITS = 2048;

    private TestKeys() {}

    /** Made when it is asked for: it takes a while. */
    private static final class Stranger {
        static final KeyPair PAIR = generate();
    }

    /** Read once, for that takes a while, too. */
    private static final class Issuer {
        static final KeyPair PAIR = known();
    }

    /** The issuer's pair, the same in every class loader of this JVM. */
    static KeyPair issuer() {
        return Issuer.PAIR;
    }

    private static KeyPair known() {
        synchronized (Runtime.getRuntime()) {
            String known = System.getProperty(PROPERTY);
            if (known != null) {
                return decode(known);
            }
            KeyPair made = generate();
            System.setProperty(
                    PROPERTY, publicKey(made) + " " + base64(made.getPrivate().getEncoded()));
            return made;
        }
    }

    /** A pair that no service trusts. */
    static KeyPair another() {
        return Stranger.PAIR;
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no RSA", e);
        }
    }

    /** The public key as {@code quarkus.oidc.public-key} takes it. */
    static String publicKey(KeyPair pair) {
        return base64(pair.getPublic().getEncoded());
    }

    private static KeyPair decode(String text) {
        List<byte[]> keys = List.of(text.split(" ", -1)).stream()
                .map(Base64.getDecoder()::decode)
                .toList();
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    rsa.generatePublic(new X509EncodedKeySpec(keys.get(0))),
                    rsa.generatePrivate(new PKCS8EncodedKeySpec(keys.get(1))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The system property " + PROPERTY + " holds no key pair", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
