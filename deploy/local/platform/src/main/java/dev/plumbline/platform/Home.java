package dev.plumbline.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of one platform: taken by one process at a time, swept when that process ends in whatever way. */
final class Home {
    private static final long BYTES_NEEDED = 256L << 20;
    /** A platform that has just lost its parent still needs some seconds to stop. */
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(8);

    private static final String PROGRAMS = "programs";

    private final Path folder;
    private final boolean temporary;
    private final Path binaries;
    private final Sweeper sweeper;
    private final FileLock lock;

    private Home(Path folder, boolean temporary, Path binaries, Sweeper sweeper, FileLock lock) {
        this.folder = folder;
        this.temporary = temporary;
        this.binaries = binaries;
        this.sweeper = sweeper;
        this.lock = lock;
    }

    /** Takes the folder; nothing is started yet but the sweeper. */
    static Home take(Options options) throws IOException, InterruptedException {
        Path machineTemporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path folder =
                create(options.data(), options.temporary(), machineTemporary).toRealPath();
        requireSpace(folder);
        FileLock lock = lock(folder);
        Sweeper sweeper = Sweeper.watch(folder, options.temporary());
        if (options.fresh()) {
            dropData(folder);
        }
        return new Home(folder, options.temporary(), binaries(options, folder, machineTemporary), sweeper, lock);
    }

    private static Path binaries(Options options, Path folder, Path machineTemporary) {
        if (options.programs() != null) {
            return options.programs();
        }
        return options.temporary()
                ? machineTemporary.resolve("plumbline-postgres-" + System.getProperty("user.name"))
                : folder.resolve(PROGRAMS);
    }

    Path folder() {
        return folder;
    }

    Path binaries() {
        return binaries;
    }

    /** Whether a descendant of this process is none that has to outlive it. */
    boolean mayEnd(ProcessHandle descendant) {
        return !sweeper.is(descendant);
    }

    /** Gives the folder up, removing it if it is temporary. */
    void leave() throws IOException, InterruptedException {
        try {
            if (temporary) {
                Folders.delete(folder);
            }
        } finally {
            sweeper.finish();
            lock.release();
        }
    }

    private static Path create(@Nullable Path wanted, boolean temporary, Path machineTemporary) throws IOException {
        if (wanted == null) {
            Path folder = machineTemporary.resolve("plumbline-platform-" + UUID.randomUUID());
            return Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        if (temporary && Files.exists(wanted) && !isEmpty(wanted)) {
            throw new PlatformFailure("The folder " + wanted + " is not empty, so it cannot be a temporary one.");
        }
        return Files.createDirectories(wanted);
    }

    private static void dropData(Path folder) throws IOException {
        new Postmaster(PostgresServer.folder(folder)).stop();
        Files.deleteIfExists(PostgresServer.prepared(folder));
        Folders.delete(PostgresServer.folder(folder));
        Folders.delete(KafkaBroker.folder(folder));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void requireSpace(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < BYTES_NEEDED) {
            throw new PlatformFailure("The disk of %s is full: %d MiB are free, %d MiB are needed."
                    .formatted(folder, free >> 20, BYTES_NEEDED >> 20));
        }
    }

    private static FileLock lock(Path folder) throws IOException, InterruptedException {
        FileChannel channel =
                FileChannel.open(folder.resolve("platform.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Instant deadline = Instant.now().plus(LOCK_PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            Thread.sleep(100);
        }
        throw new PlatformFailure("The data in " + folder + " are in use by another platform that is running.");
    }
}
