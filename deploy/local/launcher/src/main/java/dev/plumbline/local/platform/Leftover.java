package dev.plumbline.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * PostgreSQL is a child of nobody. Where the JVM beside it could not stop it and had to be killed, a shell still tells it
 * to end; this waits for that, and ends by force a PostgreSQL that does not heed.
 */
record Leftover(Optional<ProcessHandle> process) {
    private static final String PROGRAM = "postgres";

    /** The PostgreSQL of this platform, if it runs. */
    static Leftover of(Layout layout) {
        Path file = layout.data().resolve("servers").resolve(PROGRAM).resolve("postmaster.pid");
        try (var lines = Files.lines(file)) {
            return new Leftover(lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(handle -> handle.info().command().orElse("").endsWith(PROGRAM)));
        } catch (IOException | NumberFormatException e) {
            // None was started, or it is just ending.
            return new Leftover(Optional.empty());
        }
    }

    /** Waits until it is gone, and makes sure of it. */
    void end(Duration patience) throws InterruptedException {
        if (process.filter(ProcessHandle::isAlive).isEmpty()) {
            return;
        }
        try {
            process.get().onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.get().destroyForcibly();
        }
    }
}
