package dev.plumbline.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Java that runs this process runs its children, too. */
final class Java {
    private Java() {}

    static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** By this option a child's temporary files lie in the platform's home, and go with it if the child is killed. */
    static String temporaryFolder(Layout layout) throws IOException {
        return "-Djava.io.tmpdir=" + Files.createDirectories(layout.temporary());
    }
}
