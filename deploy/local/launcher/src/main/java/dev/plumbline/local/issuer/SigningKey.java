package dev.plumbline.local.issuer;

import dev.plumbline.local.LocalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** The RSA key that signs the tokens, kept in a file only its owner reads: tokens survive a restart. */
final class SigningKey {
    private static final int BITS = 2048;

    private SigningKey() {}

    static RsaJsonWebKey load(Path file) throws IOException {
        if (!Files.exists(file)) {
            return create(file);
        }
        try {
            return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file));
        } catch (JoseException | ClassCastException e) {
            throw new LocalFailure("The issuer's key in " + file + " cannot be read: delete the file.", e);
        }
    }

    private static RsaJsonWebKey create(Path file) throws IOException {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(UUID.randomUUID().toString());
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    draft, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE), StandardOpenOption.WRITE);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (JoseException e) {
            throw new LocalFailure("The issuer's key cannot be made: " + e.getMessage(), e);
        }
    }
}
