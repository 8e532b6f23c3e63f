package dev.plumbline.decision.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The worked cases of the decision semantics, as they were handed over. */
final class Vectors {

    private static final Path FOLDER = Path.of("src/test/resources/vectors");

    private Vectors() {}

    /** Name and content of every case in a folder. */
    static Stream<Arguments> of(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream()
                    .map(file -> Arguments.of(folder + "/" + file.getFileName().toString(), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(String name) {
        return read(FOLDER.resolve(name));
    }

    private static JsonNode read(Path file) {
        try {
            return ExactJson.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
