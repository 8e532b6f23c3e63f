package dev.plumbline.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets that services need and that have to be the same after a restart, in files only their owner reads. */
final class LocalSecrets {
    private static final int BYTES = 32;
    /** Of PEM (RFC 7468). */
    private static final int LINE = 64;

    private LocalSecrets() {}

    /** The secret of this name, made the first time. */
    static String keep(Path data, String name) throws IOException {
        Path file = data.resolve(name);
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            write(file, Base64.getUrlEncoder().encodeToString(random));
        }
        return Files.readString(file);
    }

    /** The file of this name with an Ed25519 private key in PEM (PKCS#8), made the first time. */
    static Path keepSigningKey(Path data, String name) throws IOException {
        Path file = data.resolve(name);
        if (!Files.exists(file)) {
            write(
                    file,
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(privateKey())
                            + "\n-----END PRIVATE KEY-----\n");
        }
        return file;
    }

    private static byte[] privateKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform of this release has Ed25519", e);
        }
    }

    private static void write(Path file, String secret) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, secret, StandardOpenOption.WRITE);
        Files.move(draft, file);
    }
}
