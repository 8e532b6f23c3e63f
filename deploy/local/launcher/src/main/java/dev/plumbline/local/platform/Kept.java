package dev.plumbline.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is kept in the data folder beside the folders that PostgreSQL and Kafka drop themselves. */
final class Kept {
    private Kept() {}

    /** Drops keys and secrets. */
    static void drop(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        for (Path file : files(data)) {
            Files.delete(file);
        }
    }

    /** Drops a folder with all that is in it, such as what children that were killed have left. */
    static void dropAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
