package dev.plumbline.local.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Whose stories were played to their end: what people do with those applications afterwards is theirs, and no later play
 * touches it. A file beside the data, so that it goes when they go; it names applications by their ids, so that it
 * says nothing about other data.
 */
public final class Played {
    private final Path file;
    private final Set<String> applications;

    private Played(Path file, Set<String> applications) {
        this.file = file;
        this.applications = applications;
    }

    /** What is known in this folder of kept data. */
    public static Played in(Path data) throws IOException {
        Path file = data.resolve("sample-played");
        return new Played(file, Files.exists(file) ? new HashSet<>(Files.readAllLines(file)) : new HashSet<>());
    }

    boolean isOver(String application) {
        return applications.contains(application);
    }

    void over(String application) {
        try {
            Files.write(
                    file,
                    (application + "\n").getBytes(StandardCharsets.US_ASCII),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("It cannot be noted that a story is over", e);
        }
        applications.add(application);
    }
}
