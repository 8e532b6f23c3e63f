package dev.plumbline.local.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A shell of a few lines that knows which children run. Its standard input ends when this process does, in whatever
 * way; then it stops what still runs: first by SIGTERM, after eight seconds by SIGKILL. So a launcher that is killed
 * leaves nothing behind either.
 */
public final class Reaper implements AutoCloseable {
    /** Whoever closes it has stopped the children in order before. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            pids=
            while read -r sign pid; do
              if [ "$sign" = + ]; then
                pids="$pids $pid"
              else
                left=
                for known in $pids; do [ "$known" = "$pid" ] || left="$left $known"; done
                pids=$left
              fi
            done
            for pid in $pids; do kill -TERM "$pid"; done
            tries=0
            while [ "$tries" -lt 80 ]; do
              alive=
              for pid in $pids; do kill -0 "$pid" && alive=yes; done
              [ -n "$alive" ] || exit 0
              sleep 0.1 || sleep 1
              tries=$((tries + 1))
            done
            for pid in $pids; do kill -KILL "$pid"; done
            """;

    private final Process process;
    private final OutputStream input;

    private Reaper(Process process) {
        this.process = process;
        this.input = process.getOutputStream();
    }

    /** Starts one; it runs until it is closed or this process ends. */
    public static Reaper start() throws IOException {
        return new Reaper(new ProcessBuilder("sh", "-c", SCRIPT, "plumbline-reaper")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** @throws IOException if the reaper is closed: nothing may be started any more */
    void watch(long pid) throws IOException {
        if (!tell("+ " + pid)) {
            throw new IOException("Child processes are being stopped: none may be started");
        }
    }

    /** To be called as soon as a child has ended, before the system gives its number to another process. */
    void forget(long pid) {
        tell("- " + pid);
    }

    /** False if the reaper is gone. */
    private synchronized boolean tell(String line) {
        try {
            input.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            input.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Stops what still runs and waits for it; after it no child can be started. */
    @Override
    public void close() {
        try {
            synchronized (this) {
                input.close();
            }
            process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
