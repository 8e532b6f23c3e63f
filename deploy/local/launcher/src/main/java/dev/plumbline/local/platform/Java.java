package dev.plumbline.local.platform;

import java.nio.file.Path;

/** The Java that runs this process runs its children, too. */
final class Java {
    private Java() {}

    static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
