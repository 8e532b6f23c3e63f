package dev.plumbline.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The event schemas and examples of each release, kept in a folder named like its version, held against those that the
 * services have now. A release is never changed.
 */
final class ReleasedEvents {
    private static final String SCHEMA_SUFFIX = ".schema.json";
    private static final String EXAMPLES = "examples";
    private static final JsonMapper JSON = new JsonMapper();

    private final Path releases;
    private final Path services;

    /**
     * Releases against services.
     *
     * @param releases the folder of the releases
     * @param services the folder of the services' folders
     */
    ReleasedEvents(Path releases, Path services) {
        this.releases = releases;
        this.services = services;
    }

    /** The versions that were released, sorted by name. */
    List<String> versions() {
        return list(releases).stream()
                .filter(Files::isDirectory)
                .map(ReleasedEvents::name)
                .toList();
    }

    /** The types whose schema a release has. */
    List<String> types(String version) {
        return list(releases.resolve(version)).stream()
                .map(ReleasedEvents::name)
                .filter(name -> name.endsWith(SCHEMA_SUFFIX))
                .map(name -> name.substring(0, name.length() - SCHEMA_SUFFIX.length()))
                .toList();
    }

    /**
     * What the services have now that does not go together with a release; empty where all does. Held against each
     * other are the schemas, and each side's examples against the other's schemas.
     */
    List<String> faults(String version) {
        List<String> faults = new ArrayList<>();
        Path release = releases.resolve(version);
        for (String type : types(version)) {
            List<Path> current = current(type + SCHEMA_SUFFIX);
            if (current.size() != 1) {
                faults.add(
                        type + ": " + current.size() + " services have its schema, but its events are kept for ever");
                continue;
            }
            Path schema = current.getFirst();
            Path released = release.resolve(type + SCHEMA_SUFFIX);
            SchemaChanges.breaking(read(released), read(schema)).forEach(change -> faults.add(type + " " + change));
            for (Path example : examples(release, type)) {
                JsonSchemas.faults(schema, text(example))
                        .forEach(fault -> faults.add("released " + name(example) + " " + fault));
            }
            for (Path example : examples(schema.resolveSibling(""), type)) {
                JsonSchemas.faults(released, text(example))
                        .forEach(fault -> faults.add("current " + name(example) + " " + fault));
            }
        }
        return faults;
    }

    /** What was changed of the examples of a release, which the services keep; empty where nothing was. */
    List<String> changedExamples(String version) {
        List<String> changed = new ArrayList<>();
        for (Path example : list(releases.resolve(version).resolve(EXAMPLES))) {
            List<Path> kept = current(EXAMPLES + "/" + name(example));
            if (kept.size() != 1 || !read(kept.getFirst()).equals(read(example))) {
                changed.add(name(example) + ": an example is never changed or removed");
            }
        }
        return changed;
    }

    private static List<Path> examples(Path contracts, String type) {
        return list(contracts.resolve(EXAMPLES)).stream()
                .filter(file -> isOf(type, file))
                .toList();
    }

    private static boolean isOf(String type, Path example) {
        return name(example).startsWith(type + ".");
    }

    private List<Path> current(String contract) {
        return list(services).stream()
                .map(service -> service.resolve(EventContracts.FOLDER).resolve(contract))
                .filter(Files::isRegularFile)
                .toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(text(file));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("No JSON: " + file, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
