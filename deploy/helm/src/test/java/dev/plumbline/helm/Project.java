package dev.plumbline.helm;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** A property of the parent pom. */
    static String property(String name) {
        Matcher property = Pattern.compile("<%1$s>([^<]+)</%1$s>".formatted(Pattern.quote(name)))
                .matcher(read(root().resolve("pom.xml")));
        if (!property.find()) {
            throw new AssertionError("The parent pom has no property " + name);
        }
        return property.group(1);
    }

    static Properties properties(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
