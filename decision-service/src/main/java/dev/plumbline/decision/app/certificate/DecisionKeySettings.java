package dev.plumbline.decision.app.certificate;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The keys that certificates are signed and verified with, all in PEM (RFC 7468). */
@ConfigMapping(prefix = "plumbline.decision-keys")
interface DecisionKeySettings {

    /** The Ed25519 private key that signs, as PKCS#8; empty: no certificates. */
    Optional<String> signingKey();

    /** A file with {@link #signingKey}, such as a mounted secret. */
    Optional<Path> signingKeyFile();

    /** Public keys that signed before and are still served, one after the other. */
    Optional<String> retiredKeys();

    /** A file with {@link #retiredKeys}. */
    Optional<Path> retiredKeysFile();
}
