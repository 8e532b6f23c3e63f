package dev.plumbline.decision.app.certificate;

import dev.plumbline.decision.certificate.DecisionKey;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs certificates, and all that verify them. A key that is configured but cannot be used keeps the service
 * from starting; without any it starts, and issues no certificates.
 */
@Startup
@ApplicationScoped
public class DecisionKeys {
    private static final Logger LOG = Logger.getLogger(DecisionKeys.class);
    private static final String PREFIX = "plumbline.decision-keys.";

    private final @Nullable Signer signer;
    private final List<DecisionKey> published;

    /** @throws IllegalStateException where a configured key cannot be used; it says which, and nothing of the key */
    DecisionKeys(DecisionKeySettings settings) {
        this.signer = text("signing-key", settings.signingKey(), settings.signingKeyFile())
                .map(DecisionKeys::signer)
                .orElse(null);
        Map<String, DecisionKey> keys = new LinkedHashMap<>();
        if (signer == null) {
            LOG.warn("No key is configured (" + PREFIX + "signing-key-file): certificates of decisions are not issued");
        } else {
            LOG.infof(
                    "Certificates of decisions are signed with the key %s",
                    signer.key().id());
            keys.put(signer.key().id(), signer.key());
        }
        text("retired-keys", settings.retiredKeys(), settings.retiredKeysFile())
                .map(DecisionKeys::retired)
                .orElse(List.of())
                .forEach(key -> keys.putIfAbsent(key.id(), key));
        this.published = List.copyOf(keys.values());
    }

    /** A key that signs. */
    public static final class Signer {
        private final DecisionKey key;
        private final PrivateKey secret;

        private Signer(KeyPair pair) {
            this.key = DecisionKey.of((EdECPublicKey) pair.getPublic());
            this.secret = pair.getPrivate();
        }

        /** Whoever verifies needs it. */
        public DecisionKey key() {
            return key;
        }

        /** The signature over these bytes; the same each time (RFC 8032). */
        public byte[] sign(byte[] bytes) {
            try {
                Signature signature = Signature.getInstance(DecisionKey.ALGORITHM);
                signature.initSign(secret);
                signature.update(bytes);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform of this release has Ed25519", e);
            }
        }
    }

    /** Empty where no key is configured. */
    public Optional<Signer> signer() {
        return Optional.ofNullable(signer);
    }

    /** All keys that certificates may be verified with: the one that signs first, then those that did before. */
    public List<DecisionKey> published() {
        return published;
    }

    private static Signer signer(String pem) {
        try {
            Signer signer = new Signer(PemKeys.privateKey(pem));
            byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
            if (!signer.key().verifies(probe, signer.sign(probe))) {
                throw new IllegalArgumentException("signs what its public key does not verify");
            }
            return signer;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(PREFIX + "signing-key " + e.getMessage());
        }
    }

    private static List<DecisionKey> retired(String pem) {
        try {
            List<DecisionKey> keys = new ArrayList<>();
            PemKeys.publicKeys(pem).forEach(key -> keys.add(DecisionKey.of(key)));
            return keys;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(PREFIX + "retired-keys " + e.getMessage());
        }
    }

    private static Optional<String> text(String name, Optional<String> inline, Optional<Path> file) {
        if (inline.isPresent() && file.isPresent()) {
            throw new IllegalStateException(PREFIX + name + " is given both as a text and as a file");
        }
        return inline.or(() -> file.map(path -> read(name, path)));
    }

    private static String read(String name, Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalStateException(PREFIX + name + "-file cannot be read: " + file);
        }
    }
}
