package dev.plumbline.benchmarks;

import java.nio.file.Path;

/** Where the project is. */
public final class Project {
    private Project() {}

    /** The root folder. */
    public static Path root() {
        return Path.of(System.getProperty("plumbline.root"));
    }
}
