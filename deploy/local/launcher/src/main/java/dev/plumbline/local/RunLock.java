package dev.plumbline.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One platform at a time runs on the data of a repository. The system gives the lock back however its holder ends. */
final class RunLock implements AutoCloseable {
    private final FileLock lock;

    private RunLock(FileLock lock) {
        this.lock = lock;
    }

    /** @throws LocalFailure if somebody else holds it */
    static RunLock take(Path home) throws IOException {
        Files.createDirectories(home);
        FileChannel channel =
                FileChannel.open(home.resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new LocalFailure("Plumbline is running already: stop the other deploy/local/up first.");
        }
        return new RunLock(lock);
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
