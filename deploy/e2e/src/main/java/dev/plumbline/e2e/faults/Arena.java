package dev.plumbline.e2e.faults;

import dev.plumbline.e2e.Platform;
import dev.plumbline.e2e.Topics;
import dev.plumbline.local.platform.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Where a fault strikes: a platform at work, what is on its way in it, and when the fault was lifted. */
public final class Arena {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Platform platform;
    private final ScoreLoad load;
    private Flight struck = new Flight(OptionalLong.empty(), OptionalLong.empty());
    private final List<String> remade = new ArrayList<>();
    private Instant begun = Instant.EPOCH;
    private Instant lifted = Instant.EPOCH;

    Arena(Platform platform, ScoreLoad load) {
        this.platform = platform;
        this.load = load;
    }

    /** A condition that is looked at again and again. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws SQLException;
    }

    /** What is done to. */
    public Platform platform() {
        return platform;
    }

    /** What is being sent meanwhile. */
    public ScoreLoad load() {
        return load;
    }

    /** The fault begins: what comes after it is its time. */
    public void begin() {
        begun = Instant.now();
    }

    /** What is on its way while the fault lasts; the fault counts only if that is something. */
    public void struck(Flight flight) {
        struck = flight;
    }

    /** The fault ends here: what is needed from now on is recovery. */
    public void lift() {
        lifted = Instant.now();
    }

    /** A topic was lost and is written again: it has to hold what it held. */
    public void remade(String topic) {
        remade.add(topic);
    }

    List<String> remade() {
        return List.copyOf(remade);
    }

    /** Goes on sending until that many more scores are acknowledged. */
    public void awaitScores(long more) throws InterruptedException, SQLException {
        long wanted = load.book().acknowledged() + more;
        await("%d more scores".formatted(more), () -> load.book().acknowledged() >= wanted);
    }

    /** Waits until facts are published that are not decided. */
    public Flight awaitLag() throws InterruptedException, SQLException {
        await("facts on their way", () -> lag() > 0);
        return Flight.of(platform);
    }

    /** Waits until that many more decisions are made. */
    void awaitDecisions(long more) throws InterruptedException, SQLException {
        long wanted = decisions() + more;
        await("%d more decisions".formatted(more), () -> decisions() >= wanted);
    }

    private long decisions() throws SQLException {
        return platform.database(Service.DECISION).count("select count(*) from decision");
    }

    private long lag() {
        return platform.topics().lag(Flight.FACTS_GROUP, Topics.FACTS);
    }

    /**
     * Holds an application of the load, so that the batch with its next score cannot be committed, until the connection
     * is closed.
     */
    public Connection jam() throws SQLException {
        Connection connection = platform.database(Service.DECISION).connect();
        connection.setAutoCommit(false);
        try (var select = connection.prepareStatement("select id from application where id = any(?) for update")) {
            Object[] ids = load.clinic().ledger().applications().stream()
                    .map(UUID::fromString)
                    .toArray();
            select.setArray(1, connection.createArrayOf("uuid", ids));
            select.execute();
        }
        return connection;
    }

    /** Waits until nothing is on its way any more, looked at in the order of the flow. */
    void awaitQuiet() throws InterruptedException, SQLException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!isQuiet()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Still on its way after %d s: %s, of that on the topics %s"
                        .formatted(
                                PATIENCE.toSeconds(),
                                Flight.of(platform),
                                platform.topics().lags(Flight.FACTS_GROUP, Topics.FACTS)));
            }
            Thread.sleep(PAUSE);
        }
    }

    private boolean isQuiet() throws SQLException {
        for (Service service : Service.values()) {
            if (service != Service.DECISION && platform.database(service).outboxDepth() > 0) {
                return false;
            }
        }
        return lag() == 0 && platform.database(Service.DECISION).outboxDepth() == 0;
    }

    /** Waits for a condition; fails where it does not hold within three minutes. */
    public void await(String what, Condition condition) throws InterruptedException, SQLException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("No %s within %d s".formatted(what, PATIENCE.toSeconds()));
            }
            Thread.sleep(PAUSE);
        }
    }

    Flight flight() {
        return struck;
    }

    Duration lasted() {
        return Duration.between(begun, lifted);
    }

    Duration recovered() {
        return Duration.between(lifted, Instant.now());
    }
}
