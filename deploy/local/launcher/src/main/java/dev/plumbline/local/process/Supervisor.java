package dev.plumbline.local.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Starts children, notices when one ends by itself, and stops them. */
public final class Supervisor implements AutoCloseable {
    private static final Duration KILL = Duration.ofMillis(300);

    private final Reaper reaper;
    private final CompletableFuture<Child> death = new CompletableFuture<>();

    private Supervisor(Reaper reaper) {
        this.reaper = reaper;
    }

    /** One without children. */
    public static Supervisor start() throws IOException {
        return new Supervisor(Reaper.start());
    }

    /** See {@link Child#start}. */
    public Child start(Command command) throws IOException {
        Child child = Child.start(command, reaper);
        child.onExit().thenAccept(ended -> {
            if (!ended.isEnding()) {
                death.complete(ended);
            }
        });
        return child;
    }

    /** Completes with the first child that ended without being asked to. */
    public CompletableFuture<Child> death() {
        return death;
    }

    /** Asks the children to end and kills those that have not within this time. */
    public void stop(List<Child> children, Consumer<Child> ask, Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        children.forEach(ask);
        awaitEnds(children, deadline);
        List<Child> deaf = children.stream().filter(Child::isAlive).toList();
        deaf.forEach(Child::kill);
        awaitEnds(deaf, Instant.now().plus(KILL));
    }

    private static void awaitEnds(List<Child> children, Instant deadline) throws InterruptedException {
        for (Child child : children) {
            Duration left = Duration.between(Instant.now(), deadline);
            child.awaitEnd(left.isNegative() ? Duration.ZERO : left);
        }
    }

    /** Stops what still runs; after it nothing can be started. */
    @Override
    public void close() {
        reaper.close();
    }
}
