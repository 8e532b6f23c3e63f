package dev.plumbline.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets that services need and that have to be the same after a restart, in files only their owner reads. */
final class LocalSecrets {
    private static final int BYTES = 32;

    private LocalSecrets() {}

    /** The secret of this name, made the first time. */
    static String keep(Path data, String name) throws IOException {
        Path file = data.resolve(name);
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Path draft = data.resolve(name + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, Base64.getUrlEncoder().encodeToString(random), StandardOpenOption.WRITE);
            Files.move(draft, file);
        }
        return Files.readString(file);
    }
}
