package dev.plumbline.local.platform;

import dev.plumbline.local.LocalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private static final Duration GONE = Duration.ofSeconds(5);

    /** The PostgreSQL of this platform, if it runs. */
    static Leftover of(Layout layout) {
        Path file = layout.folder(Server.POSTGRES).resolve(PROGRAM).resolve("postmaster.pid");
        try (var lines = Files.lines(file)) {
            return new Leftover(lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(handle -> handle.info().command().orElse("").endsWith(PROGRAM)));
        } catch (IOException | NumberFormatException e) {
            // None was started, or it is just ending.
            return new Leftover(Optional.empty());
        }
    }

    boolean isAlive() {
        return process.filter(ProcessHandle::isAlive).isPresent();
    }

    /** Ends it as a crash does, with every process of its own: what it was at is left as it is. */
    void crash() throws InterruptedException {
        if (process.isEmpty()) {
            throw new LocalFailure("PostgreSQL does not run");
        }
        List<ProcessHandle> all =
                new ArrayList<>(process.orElseThrow().descendants().toList());
        all.addFirst(process.orElseThrow());
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            new Leftover(Optional.of(one)).end(GONE);
        }
    }

    /** Waits until it is gone, and makes sure of it. */
    void end(Duration patience) throws InterruptedException {
        if (!isAlive()) {
            return;
        }
        try {
            process.orElseThrow().onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.orElseThrow().destroyForcibly();
        }
    }
}
