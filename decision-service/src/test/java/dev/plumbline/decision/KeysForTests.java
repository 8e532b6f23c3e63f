package dev.plumbline.decision;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the service, in every test of this module, a key that signs and one that is retired, made for this run. */
public final class KeysForTests implements QuarkusTestResourceLifecycleManager {
    private @Nullable Path file;

    @Override
    public Map<String, String> start() {
        try {
            Path made = Files.createTempFile("decision-key", ".pem");
            file = made;
            Files.writeString(made, pem("PRIVATE KEY", generate().getPrivate()));
            return Map.of(
                    "plumbline.decision-keys.signing-key-file",
                    made.toString(),
                    "plumbline.decision-keys.retired-keys",
                    pem("PUBLIC KEY", generate().getPublic()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A new Ed25519 pair. */
    public static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A key in PEM. */
    public static String pem(String label, Key key) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()) + "\n-----END " + label
                + "-----\n";
    }
}
