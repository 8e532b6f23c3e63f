package dev.plumbline.local.platform;

import dev.plumbline.local.process.Child;
import dev.plumbline.local.process.Command;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** PostgreSQL and Kafka: one process for both, or one for each, which then can be killed and started again alone. */
final class ServerChildren {
    private static final Duration GONE = Duration.ofSeconds(10);

    private final Layout layout;
    private final Starter starter;
    private final Map<Server, Child> children = new EnumMap<>(Server.class);

    ServerChildren(Layout layout, Starter starter) {
        this.layout = layout;
        this.starter = starter;
    }

    /** Starts a child, unless all is being stopped. */
    @FunctionalInterface
    interface Starter {
        Child start(Command command) throws IOException;
    }

    /** Starts both and waits until both are ready. */
    Servers start(boolean fresh) throws IOException, InterruptedException {
        Layout.Apart apart = layout.apart();
        if (apart == null) {
            return ServersProcess.await(put(Server.POSTGRES, ServersProcess.command(layout, fresh)));
        }
        Child postgres = put(Server.POSTGRES, ServersProcess.alone(Server.POSTGRES, layout, apart, fresh));
        Child kafka = put(Server.KAFKA, ServersProcess.alone(Server.KAFKA, layout, apart, fresh));
        return ServersProcess.await(postgres, kafka);
    }

    /** Ends one as a crash does, and waits until it is gone. */
    void kill(Server server) throws InterruptedException {
        Child child = requireApart(server);
        // That it ends is no surprise to anybody from here on.
        switch (server) {
            case POSTGRES -> {
                child.expectEnd();
                Leftover.of(layout).crash();
            }
            case KAFKA -> child.kill();
        }
        if (!child.awaitEnd(GONE)) {
            child.kill();
            child.awaitEnd(GONE);
        }
    }

    /** Starts one that was killed on what it has left, and waits until it is ready. */
    void restart(Server server) throws IOException, InterruptedException {
        requireApart(server);
        Layout.Apart apart = Objects.requireNonNull(layout.apart());
        ServersProcess.where(put(server, ServersProcess.alone(server, layout, apart, false)));
    }

    /** Starts again what has ended, in whatever way. */
    void restartEnded() throws IOException, InterruptedException {
        for (Server server : Server.values()) {
            Child child = requireApart(server);
            if (server == Server.POSTGRES && !Leftover.of(layout).isAlive()) {
                // Its process notices within a moment.
                child.awaitEnd(GONE);
            }
            if (!child.isAlive()) {
                restart(server);
            }
        }
    }

    private Child requireApart(Server server) {
        Child child = children.get(server);
        if (layout.apart() == null || child == null) {
            throw new IllegalStateException(server.title() + " does not run as a process of its own");
        }
        return child;
    }

    private Child put(Server server, Command command) throws IOException {
        Child child = starter.start(command);
        synchronized (children) {
            children.put(server, child);
        }
        return child;
    }

    List<Child> running() {
        synchronized (children) {
            return List.copyOf(children.values());
        }
    }
}
