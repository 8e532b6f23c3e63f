package dev.plumbline.platform;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.internals.Exit;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a server which got up has ended by itself. PostgreSQL is no child of this process (its own starter leaves
 * it behind), so it is looked at again and again; Kafka runs inside of this process and would end it without a word.
 */
final class Watch {
    private static final long PAUSE_MILLIS = 250;

    private final CompletableFuture<String> end = new CompletableFuture<>();

    /** Completes with one sentence on the first server that ended without being asked to. */
    CompletableFuture<String> end() {
        return end;
    }

    /** From now on this PostgreSQL has to run. */
    void postgres(Postmaster postmaster, Path log) {
        ProcessHandle process = postmaster
                .find()
                .orElseThrow(() -> new PlatformFailure("PostgreSQL ended right after its start (see " + log + ")."));
        Thread.ofPlatform().daemon().name("watch-postgres").start(() -> {
            try {
                while (process.isAlive()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
                end.complete("PostgreSQL ended by itself (see " + log + ").");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Kafka calls these instead of ending the process, for instance once it can write none of its folders. */
    void kafka() {
        Exit.setExitProcedure(this::ended);
        Exit.setHaltProcedure(this::ended);
    }

    private void ended(int status, @Nullable String message) {
        String why = message == null || message.isBlank() ? "why is said above" : message.strip();
        String sentence = "Kafka ended by itself with code %d: %s.".formatted(status, why);
        end.complete(sentence);
        // Whoever calls this counts on never coming back.
        throw new PlatformFailure(sentence);
    }
}
