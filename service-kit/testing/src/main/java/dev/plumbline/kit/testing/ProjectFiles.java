package dev.plumbline.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files of the project that a test reads from where they are committed, whatever the working directory. */
public final class ProjectFiles {
    private static final String ROOT_PROPERTY = "plumbline.root";

    private ProjectFiles() {}

    /**
     * The root of the project: what the system property {@code plumbline.root} says, otherwise the nearest folder at or
     * above the working directory that has a {@code .mvn}.
     *
     * @throws IllegalStateException where there is none
     */
    public static Path root() {
        String configured = System.getProperty(ROOT_PROPERTY);
        if (configured != null && !configured.isBlank()) {
            return Path.of(configured).toAbsolutePath().normalize();
        }
        return rootAbove(Path.of("").toAbsolutePath());
    }

    static Path rootAbove(Path start) {
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No folder at or above " + start + " has a .mvn: set the system property "
                + ROOT_PROPERTY + " to the root of the project");
    }

    /**
     * The text of a file.
     *
     * @param path relative to the project's root, or absolute
     */
    static String read(Path path) {
        try {
            return Files.readString(root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + root().resolve(path), e);
        }
    }
}
