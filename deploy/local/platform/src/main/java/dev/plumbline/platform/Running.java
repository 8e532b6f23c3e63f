package dev.plumbline.platform;

import dev.plumbline.platform.Options.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The servers on one folder: started together, stopped together, also when only one of them got up. */
final class Running {
    /** A whole local Plumbline stops within ten seconds, of which its services have had their part by then. */
    private static final Duration STOP_PATIENCE = Duration.ofMillis(3_200);

    private static final Duration PROGRAM_PATIENCE = Duration.ofSeconds(1);

    private final Home home;
    private final Options options;
    private final ExecutorService starters = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon().name("start-", 0).factory());
    private final Watch watch = new Watch();
    private volatile @Nullable KafkaBroker broker;
    private volatile boolean started;
    private volatile boolean stopping;
    private boolean stopped;

    Running(Home home, Options options) {
        this.home = home;
        this.options = options;
    }

    boolean stopping() {
        return stopping;
    }

    /** Completes with one sentence once a server has ended by itself; also while both are being stopped. */
    CompletableFuture<String> end() {
        return watch.end();
    }

    /**
     * Starts what is wanted at once and waits until all of it accepts work.
     *
     * @return the line that says where they are
     * @throws PlatformFailure if one of them does not get up; the other may still be running or starting
     */
    String start() throws IOException, InterruptedException {
        PostgresServer postgres = new PostgresServer(home, options);
        KafkaBroker kafka = new KafkaBroker(home.folder(), options);
        List<Callable<Object>> starts = new ArrayList<>();
        if (options.wants(Server.POSTGRES)) {
            starts.add(() -> {
                postgres.start();
                return postgres;
            });
        }
        if (options.wants(Server.KAFKA)) {
            starts.add(() -> {
                kafka.start();
                broker = kafka;
                return kafka;
            });
            watch.kafka();
        }
        CompletionService<Object> completed = new ExecutorCompletionService<>(starters);
        starts.forEach(completed::submit);
        for (int i = 0; i < starts.size(); i++) {
            await(completed);
        }
        if (options.wants(Server.POSTGRES)) {
            watch.postgres(new Postmaster(PostgresServer.folder(home.folder())), postgres.log());
        }
        started = true;
        return ready(postgres, kafka);
    }

    /** Tells of what runs alone. */
    private String ready(PostgresServer postgres, KafkaBroker kafka) {
        List<String> members = new ArrayList<>();
        if (options.wants(Server.POSTGRES)) {
            members.add("\"postgres\":{\"host\":\"localhost\",\"port\":%d,\"user\":\"%s\",\"password\":\"%s\"}"
                    .formatted(postgres.port(), PostgresServer.ADMIN, PostgresServer.ADMIN));
        }
        if (options.wants(Server.KAFKA)) {
            members.add("\"kafka\":\"%s\"".formatted(kafka.address()));
        }
        return "READY {" + String.join(",", members) + "}";
    }

    private static void await(CompletionService<Object> completed) throws InterruptedException {
        try {
            completed.take().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PlatformFailure failure) {
                throw failure;
            }
            throw new PlatformFailure("The platform did not start: " + e.getCause(), e);
        }
    }

    /** Stops what runs and what is just starting; after it no process and, if temporary, no file is left. */
    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        stopping = true;
        starters.shutdownNow();
        if (!started) {
            endPrograms();
        }
        Thread kafka = Thread.ofPlatform().daemon().name("stop-kafka").start(this::stopBroker);
        Thread postgres = Thread.ofPlatform().daemon().name("stop-postgres").start(this::stopPostgres);
        try {
            Instant deadline = Instant.now().plus(STOP_PATIENCE);
            postgres.join(STOP_PATIENCE);
            Duration left = Duration.between(Instant.now(), deadline);
            if (left.isPositive()) {
                kafka.join(left);
            }
            home.leave();
        } catch (IOException e) {
            System.err.println("The folder " + home.folder() + " could not be removed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends initdb or pg_ctl at work, which a signal ends together with their own children, and waits for it: what is only
     * told to end would outlive this process. One that begins meanwhile is found by looking again.
     */
    private void endPrograms() {
        Instant patience = Instant.now().plus(PROGRAM_PATIENCE);
        List<ProcessHandle> programs = programs();
        while (!programs.isEmpty()) {
            boolean isLate = Instant.now().isAfter(patience);
            programs.forEach(isLate ? ProcessHandle::destroyForcibly : ProcessHandle::destroy);
            CompletableFuture<?>[] ends =
                    programs.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(ends)
                    .completeOnTimeout(null, 200, TimeUnit.MILLISECONDS)
                    .join();
            programs = isLate ? List.of() : programs();
        }
    }

    private List<ProcessHandle> programs() {
        return ProcessHandle.current().descendants().filter(home::mayEnd).toList();
    }

    private void stopBroker() {
        KafkaBroker running = broker;
        if (running != null) {
            running.stop();
        }
    }

    private void stopPostgres() {
        Path folder = PostgresServer.folder(home.folder());
        try {
            new Postmaster(folder).stopSoon();
        } catch (PlatformFailure e) {
            System.err.println(e.getMessage());
        }
    }
}
