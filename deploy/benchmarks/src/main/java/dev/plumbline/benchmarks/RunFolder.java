package dev.plumbline.benchmarks;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder for the data of one run, removed at its end, in whatever way that comes. */
final class RunFolder implements AutoCloseable {
    private static final int TRIES = 5;

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    static RunFolder create(Path parent) throws IOException {
        return new RunFolder(Files.createTempDirectory(Files.createDirectories(parent), "platform-"));
    }

    Path path() {
        return path;
    }

    /**
     * Copies one of its folders, which nothing writes to any more, to where it is kept.
     *
     * @return where it is then
     */
    Path keep(String name, Path parent) throws IOException {
        Path kept = Files.createDirectories(parent).resolve(path.getFileName() + "-" + name);
        Path from = path.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, kept.resolve(from.relativize(file)));
            }
        }
        return kept;
    }

    /** Removes it; what cannot be removed is left to the next {@code clean}, and said. May be called from any thread. */
    @Override
    public synchronized void close() {
        for (int i = 1; Files.exists(path); i++) {
            try {
                remove();
            } catch (IOException e) {
                // A server that is just ending may still write or remove a file of its own.
                if (i == TRIES) {
                    System.err.println("The folder " + path + " is left behind: " + e.getMessage());
                    return;
                }
            }
        }
    }

    private void remove() throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null && !(failure instanceof NoSuchFileException)) {
                    throw failure;
                }
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
