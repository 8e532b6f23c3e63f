package dev.plumbline.kit.secrets;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Reads settings from the files of a folder, {@code plumbline.secrets.folder}: a file's name is the property's, and its
 * text the value, without the line's end that editors put behind it. They go before environment variables. Unlike
 * SmallRye's own source of this kind it keeps the lines of a key in PEM apart.
 */
public final class MountedSecrets implements ConfigSourceFactory {
    private static final String FOLDER = "plumbline.secrets.folder";
    /** Environment variables have 300, system properties 400. */
    private static final int ORDINAL = 350;

    /** Made by the configuration. */
    public MountedSecrets() {}

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue folder = context.getValue(FOLDER);
        if (folder == null || folder.getValue() == null || folder.getValue().isBlank()) {
            return List.of();
        }
        return List.of(read(Path.of(folder.getValue())));
    }

    private static ConfigSource read(Path folder) {
        // Kubernetes mounts links to files, beside folders whose names begin with two dots.
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> settings = files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), MountedSecrets::text));
            return new PropertiesConfigSource(settings, "secrets in " + folder, ORDINAL);
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + " cannot be read: " + folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replaceFirst("\\R\\z", "");
        } catch (IOException e) {
            throw new UncheckedIOException("A secret cannot be read: " + file, e);
        }
    }
}
