package dev.plumbline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for the data of one run.
 *
 * @param path where it is
 */
record RunFolder(Path path) implements AutoCloseable {

    static RunFolder create(Path parent) throws IOException {
        return new RunFolder(Files.createTempDirectory(Files.createDirectories(parent), "platform-"));
    }

    /** Removes it; what cannot be removed is left to the next {@code clean}. */
    @Override
    public void close() {
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // Removed already.
            return;
        } catch (IOException e) {
            System.err.println("The folder " + path + " is left behind: " + e.getMessage());
        }
    }
}
