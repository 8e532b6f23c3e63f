package dev.plumbline.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project. */
final class Project {
    private Project() {}

    static Path root() {
        return Path.of(System.getProperty("plumbline.root", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    static Path chart() {
        return root().resolve("deploy/helm/plumbline");
    }

    /** Where operators' CustomResourceDefinitions are, as published: beside the project, or where a property says. */
    static Path resourceDefinitions() {
        return Path.of(System.getProperty(
                "plumbline.crds", root().resolve("../shared/crds").normalize().toString()));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
