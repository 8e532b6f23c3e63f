package dev.plumbline.local.platform;

import dev.plumbline.local.LocalFailure;
import dev.plumbline.local.process.Child;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes the start-up caches of what the platform's JVMs have noted, each by a process of its own, as the JDK does. */
final class CacheWriters {
    /** Each needs some ten seconds of computing time. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Layout layout;
    private final Servers servers;
    private final ServerChildren.Starter starter;

    CacheWriters(Layout recorded, Servers servers, ServerChildren.Starter starter) {
        this.layout = recorded.withCaches(recorded.caches().to(StartUpCaches.Use.WRITE));
        this.servers = servers;
        this.starter = starter;
    }

    /** @throws LocalFailure if one cannot be made */
    void run() throws IOException, InterruptedException {
        List<Child> writers = new ArrayList<>();
        writers.add(starter.start(ServersProcess.command(layout, false)));
        for (Service service : Service.values()) {
            writers.add(starter.start(ServiceProcess.command(service, layout, servers)));
        }
        for (Child writer : writers) {
            if (!writer.awaitEnd(PATIENCE)) {
                throw new LocalFailure("The start-up cache of " + writer.name() + " takes too long.");
            }
            if (!writer.succeeded()) {
                throw new LocalFailure(writer.obituary());
            }
        }
    }
}
