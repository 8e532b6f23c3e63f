package dev.plumbline.local.platform;

import dev.plumbline.local.LocalFailure;
import dev.plumbline.local.issuer.Issuer;
import dev.plumbline.local.process.Child;
import dev.plumbline.local.process.Command;
import dev.plumbline.local.process.Supervisor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The whole platform as processes. {@link #close} may be called at any time, from any thread, also while it starts:
 * after it nothing runs. A child that ends by itself completes {@link #failure}.
 */
public final class LocalPlatform implements AutoCloseable {
    /** These and what it takes to kill whoever does not heed are less than ten seconds together. */
    private static final Duration SERVICES_STOP = Duration.ofSeconds(3);

    private static final Duration SERVERS_STOP = Duration.ofSeconds(4);
    private static final Duration LEFTOVER_STOP = Duration.ofSeconds(1);
    private static final Duration RECORDING = Duration.ofMinutes(1);

    private final Layout layout;
    private final Progress progress;
    private final Supervisor supervisor;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Service, Child> services = new EnumMap<>(Service.class);
    private final List<Child> others = new ArrayList<>();
    private final ServerChildren serverChildren;
    private @Nullable Servers servers;
    private @Nullable Issuer issuer;
    private boolean closed;

    private LocalPlatform(Layout layout, Progress progress, Supervisor supervisor) {
        this.layout = layout;
        this.progress = progress;
        this.supervisor = supervisor;
        this.serverChildren = new ServerChildren(layout, this::start);
    }

    /** One that runs nothing yet. */
    public static LocalPlatform prepare(Layout layout, Progress progress) throws IOException {
        return new LocalPlatform(layout, progress, Supervisor.start());
    }

    /**
     * Starts everything and waits until all of it is ready. It has to be closed also if this fails.
     *
     * @param fresh whether kept data are dropped before
     * @throws LocalFailure if a jar is missing, a port is in use or a child does not get up
     */
    public void start(boolean fresh) throws IOException, InterruptedException {
        Required.jars(layout);
        Required.ports(layout);
        if (fresh) {
            Kept.drop(layout.data());
        }
        startServers(fresh);
        startIssuer();
        Instant begin = Instant.now();
        for (Service service : Service.values()) {
            launch(service);
        }
        for (Service service : Service.values()) {
            awaitReady(service);
        }
        progress.say("%-28s %s".formatted("the four services", seconds(begin)));
    }

    /** Starts PostgreSQL and Kafka alone. */
    public void startServers(boolean fresh) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        Files.createDirectories(layout.logs());
        Kept.dropAll(layout.temporary());
        Servers where = serverChildren.start(fresh);
        synchronized (this) {
            servers = where;
        }
        progress.say("%-28s %s".formatted("PostgreSQL and Kafka", seconds(begin)));
    }

    private synchronized Child start(Command command) throws IOException {
        requireOpen();
        return supervisor.start(command);
    }

    /** Ends PostgreSQL or Kafka at once, as a crash does, and waits until it is gone; they must run apart. */
    public void kill(Server server) throws InterruptedException {
        serverChildren.kill(server);
    }

    /** Starts a server that was killed, on the data that it has left, and waits until it is ready. */
    public void restart(Server server) throws IOException, InterruptedException {
        serverChildren.restart(server);
    }

    /** Starts the issuer alone; its key is kept with the data. */
    public void startIssuer() throws IOException {
        Issuer started = Issuer.start(layout.issuerPort(), layout.data().resolve("issuer-key.json"));
        synchronized (this) {
            issuer = started;
        }
    }

    /** Starts a service that does not run, without waiting for it. */
    public void launch(Service service) throws IOException {
        LoopbackPorts.requireFree(layout.port(service), service.title());
        synchronized (this) {
            requireOpen();
            services.put(service, supervisor.start(ServiceProcess.command(service, layout, servers())));
        }
    }

    /** Starts every server and service again that has ended, on the data that it has left, and waits until all are ready. */
    public void restartEnded() throws IOException, InterruptedException {
        serverChildren.restartEnded();
        List<Service> ended = new ArrayList<>();
        synchronized (this) {
            services.forEach((service, child) -> {
                if (!child.isAlive()) {
                    ended.add(service);
                }
            });
        }
        for (Service service : ended) {
            launch(service);
        }
        for (Service service : ended) {
            awaitReady(service);
        }
    }

    /**
     * Starts one more of a service, on a free port, and waits until it is ready.
     *
     * @param environment further settings of this one
     */
    public Another launchAnother(Service service, Map<String, String> environment)
            throws IOException, InterruptedException {
        return launchAnother(service, layout.repository(), environment);
    }

    /**
     * The same of another build.
     *
     * @param repository the root of the built project whose service is started
     */
    public Another launchAnother(Service service, Path repository, Map<String, String> environment)
            throws IOException, InterruptedException {
        int port = LoopbackPorts.free(1).getFirst();
        Layout from = layout.withRepository(repository);
        Child child = startOther(ServiceProcess.another(service, from, servers(), port, environment));
        URI url = URI.create("http://localhost:" + port);
        new Readiness(client).await(child, url);
        return new Another(child, url);
    }

    /**
     * One more of a service.
     *
     * @param child its process
     * @param url where it answers
     */
    public record Another(Child child, URI url) {}

    /** Ends one that was launched as another, at once. */
    public void kill(Child child) throws InterruptedException {
        supervisor.stop(List.of(child), Child::kill, SERVICES_STOP);
    }

    /** What were started now would be missed by the one who stops all. */
    private void requireOpen() {
        if (closed) {
            throw new LocalFailure("The platform is being stopped.");
        }
    }

    /** Waits until a launched service is ready. */
    public void awaitReady(Service service) throws InterruptedException {
        new Readiness(client).await(child(service), url(service));
    }

    /** Ends a service at once, as a crash does (SIGKILL), and waits until it is gone. */
    public void kill(Service service) throws InterruptedException {
        supervisor.stop(List.of(child(service)), Child::kill, SERVICES_STOP);
    }

    /** The process of a service that was started. */
    public synchronized Child child(Service service) {
        Child child = services.get(service);
        if (child == null) {
            throw new IllegalStateException(service.title() + " was not started");
        }
        return child;
    }

    /** Where a service answers. */
    public URI url(Service service) {
        return URI.create("http://localhost:" + layout.port(service));
    }

    /** The OIDC issuer, which is also the {@code iss} of its tokens. */
    public URI issuerUrl() {
        return URI.create("http://localhost:" + layout.issuerPort());
    }

    /** The issuer itself, to have it tell of other keys. */
    public synchronized Issuer issuer() {
        if (issuer == null) {
            throw new IllegalStateException("The issuer was not started");
        }
        return issuer;
    }

    /** Where PostgreSQL and Kafka answer. */
    public synchronized Servers servers() {
        if (servers == null) {
            throw new IllegalStateException("PostgreSQL and Kafka were not started");
        }
        return servers;
    }

    /** Completes with one sentence once a child has ended without being asked to. */
    public CompletableFuture<String> failure() {
        return supervisor.death().thenApply(child -> Disk.explain(layout.data(), child));
    }

    /** Whether it was closed: what fails from then on is no news. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /**
     * Stops the services, PostgreSQL and Kafka, whose JVMs have recorded, and makes the caches of what they have noted.
     *
     * @throws LocalFailure if a cache cannot be made
     */
    public void finishRecording() throws IOException, InterruptedException {
        List<Child> running;
        synchronized (this) {
            running = List.copyOf(services.values());
        }
        supervisor.stop(running, Child::terminate, RECORDING);
        supervisor.stop(serverChildren.running(), Child::closeInput, RECORDING);
        new CacheWriters(layout, servers(), this::startOther).run();
    }

    private synchronized Child startOther(Command command) throws IOException {
        Child child = start(command);
        others.add(child);
        return child;
    }

    /** Stops the services, then PostgreSQL and Kafka and the issuer, within ten seconds. */
    @Override
    public void close() {
        List<Child> running;
        List<Child> below;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            running = new ArrayList<>(services.values());
            running.addAll(others);
            below = serverChildren.running();
        }
        try {
            supervisor.stop(running, Child::terminate, SERVICES_STOP);
            Leftover leftover = Leftover.of(layout);
            supervisor.stop(below, Child::closeInput, SERVERS_STOP);
            leftover.end(LEFTOVER_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        supervisor.close();
        client.shutdownNow();
        synchronized (this) {
            if (issuer != null) {
                issuer.close();
            }
        }
    }

    private static String seconds(Instant begin) {
        return "%.1f s".formatted(Duration.between(begin, Instant.now()).toMillis() / 1000.0);
    }
}
