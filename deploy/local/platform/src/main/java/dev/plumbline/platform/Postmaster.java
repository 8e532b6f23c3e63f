package dev.plumbline.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL process of a data folder, found by its own {@code postmaster.pid}: so one that an earlier platform
 * left behind is stopped in the same way as this one's.
 */
record Postmaster(Path folder) {
    /** How long each kind of shutdown may take: fast, immediate, by force. The last two cost a recovery at the next start. */
    private record Patience(Duration fast, Duration immediate, Duration forced) {}

    private static final Patience AT_THE_START =
            new Patience(Duration.ofSeconds(4), Duration.ofSeconds(3), Duration.ofSeconds(3));
    private static final Patience AT_THE_END =
            new Patience(Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofMillis(500));

    /** Stops it if it runs. */
    void stop() {
        stop(AT_THE_START);
    }

    /** The same while somebody waits for the whole of a local Plumbline to be down. */
    void stopSoon() {
        stop(AT_THE_END);
    }

    private void stop(Patience patience) {
        Optional<ProcessHandle> running = find();
        if (running.isEmpty()) {
            return;
        }
        ProcessHandle process = running.get();
        if (!signalAndWait(process, "INT", patience.fast())
                && !signalAndWait(process, "QUIT", patience.immediate())
                && !signalAndWait(process, "KILL", patience.forced())) {
            throw new PlatformFailure("PostgreSQL (process " + process.pid() + ") does not end.");
        }
    }

    /** Removes a pid file whose process is gone or is another program by now: PostgreSQL would refuse to start. */
    void forgetStalePid() throws IOException {
        if (find().isEmpty()) {
            Files.deleteIfExists(pidFile());
        }
    }

    Optional<ProcessHandle> find() {
        try {
            List<String> lines = Files.readAllLines(pidFile());
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.getFirst().strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isPostgres);
        } catch (IOException | NumberFormatException e) {
            // No pid file, or one that is just being written or removed: nothing that could be stopped.
            return Optional.empty();
        }
    }

    private boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().equals("postgres"))
                // Where the system hides it, PostgreSQL's own word in the pid file counts.
                .orElse(true);
    }

    private Path pidFile() {
        return folder.resolve("postmaster.pid");
    }

    private static boolean signalAndWait(ProcessHandle process, String signal, Duration patience) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (IOException | ExecutionException e) {
            throw new PlatformFailure("PostgreSQL (process " + process.pid() + ") could not be stopped.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
