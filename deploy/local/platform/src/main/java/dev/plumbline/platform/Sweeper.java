package dev.plumbline.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A shell of a few lines that outlives this process however it ends: when its standard input closes, it stops the
 * PostgreSQL of the folder (which is not a child of ours and would go on) and removes temporary data.
 */
final class Sweeper {
    /**
     * Kept data are looked at once, at once: a platform started right afterwards must not lose its PostgreSQL to this.
     * A temporary folder is looked at until it is gone: something that was just starting may still write there.
     */
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            while read -r line; do :; done
            stop() {
              pid=$(head -n 1 "$1/postgres/postmaster.pid" 2>/dev/null) && [ -n "$pid" ] && kill "-$2" "$pid"
            }
            if [ "$2" = kept ]; then
              stop "$1" INT
              exit 0
            fi
            tries=0
            while [ -e "$1" ] && [ "$tries" -lt 10 ]; do
              stop "$1" QUIT
              rm -rf "$1"
              [ ! -e "$1" ] || sleep 1
              tries=$((tries + 1))
            done
            """;

    private final Process process;

    private Sweeper(Process process) {
        this.process = process;
    }

    static Sweeper watch(Path home, boolean temporary) throws IOException {
        return new Sweeper(new ProcessBuilder(
                        "sh", "-c", SCRIPT, "plumbline-sweeper", home.toString(), temporary ? "temporary" : "kept")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    boolean is(ProcessHandle handle) {
        return handle.pid() == process.pid();
    }

    /** Lets it look a last time and waits until it is gone. */
    void finish() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor(500, TimeUnit.MILLISECONDS);
    }
}
