package dev.plumbline.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A database folder as initdb leaves it, kept beside PostgreSQL's programs: copying it takes a fraction of initdb's time.
 * For data that need not survive a power cut only, because initdb waits for the disk and a copy does not.
 */
record Template(Path folder) {

    /** That of the version of PostgreSQL which this build brings. */
    static Template beside(Path programs) throws IOException {
        Properties build = new Properties();
        try (InputStream in = Template.class.getResourceAsStream("/platform.properties")) {
            build.load(Objects.requireNonNull(in, "The build lacks platform.properties"));
        }
        return new Template(programs.resolve("cluster-" + build.getProperty("postgres.version")));
    }

    /** Makes this database folder, if there is a template and nothing of it is missing. */
    void copyTo(Path data) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        long files = copy(folder.resolve("data"), data);
        if (!Files.readString(folder.resolve("files")).equals(Long.toString(files))) {
            // Somebody cleans among the temporary files.
            Folders.delete(data);
            Folders.delete(folder);
        }
    }

    /** Keeps this database folder, which no server has used yet, unless there is a template already. */
    void keep(Path data) {
        if (Files.exists(folder)) {
            return;
        }
        Path draft = folder.resolveSibling("draft-" + UUID.randomUUID());
        try {
            Files.createDirectories(draft);
            Files.writeString(draft.resolve("files"), Long.toString(copy(data, draft.resolve("data"))));
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            drop(draft, e);
        }
    }

    /** Another platform was quicker, or the disk is full, of which PostgreSQL itself will speak. */
    private static void drop(Path draft, IOException why) {
        try {
            Folders.delete(draft);
        } catch (IOException e) {
            e.addSuppressed(why);
            throw new UncheckedIOException("The folder " + draft + " cannot be removed", e);
        }
    }

    private static long copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path path : all) {
            Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return all.size();
    }
}
