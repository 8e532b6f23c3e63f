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
    /** Of facts, in each decision-service. */
    private static final int CONSUMERS = 2;

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

    /** Something that differs from the last time where something has moved. */
    @FunctionalInterface
    interface Moving {
        Object state() throws SQLException;
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

    /** What is on its way at the moment of the (first) strike; the fault counts only if that is something. */
    public void struck(Flight flight) {
        if (!struck.isAny()) {
            struck = flight;
        }
    }

    /**
     * Strikes while facts are published that cannot be decided: their batch is open, and waits for a lock that is held
     * until the strike is over.
     */
    public void strikeMidBatch(Fault.Strike strike) throws Exception {
        try (Connection jam = jam()) {
            await("batch that waits", () -> platform.database(Service.DECISION).waitingForLocks() > 0);
            struck(awaitLag());
            strike.at(this);
        }
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
        await(
                "%d more scores".formatted(more),
                () -> load.book().acknowledged() >= wanted,
                () -> load.book().acknowledged());
    }

    /**
     * Waits until facts are published that are not decided.
     *
     * @return what was on its way when there were some
     */
    public Flight awaitLag() throws InterruptedException, SQLException {
        Flight[] seen = {struck};
        await("facts on their way", () -> {
            seen[0] = Flight.of(platform);
            return seen[0].lag().orElse(0) > 0;
        });
        return seen[0];
    }

    /** Waits until that many decision-services have all of the facts among them. */
    void awaitInstances(int count) throws InterruptedException, SQLException {
        await(
                "group of %d decision-services".formatted(count),
                () -> platform.topics().members(Flight.FACTS_GROUP) == (long) count * CONSUMERS);
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
     * Holds the applications of the load, so that no batch with a score can be committed, until the connection is closed;
     * in the order in which a batch holds its own.
     */
    private Connection jam() throws SQLException {
        Connection connection = platform.database(Service.DECISION).connect();
        connection.setAutoCommit(false);
        try (var select =
                connection.prepareStatement("select id from application where id = any(?) order by id for update")) {
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
        Patience patience = new Patience();
        while (!isQuiet()) {
            Flight left = Flight.of(platform);
            if (patience.isOver(left)) {
                throw new IllegalStateException("Nothing moves for %d s: %s, of that on the topics %s"
                        .formatted(Patience.seconds(), left, platform.topics().lags(Flight.FACTS_GROUP, Topics.FACTS)));
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

    /** Waits while a supervisor starts again what ends; what a server that is away does not tell does not hold yet. */
    void awaitSupervised(String what, Condition condition) throws Exception {
        Patience patience = new Patience();
        while (!holds(condition)) {
            platform.restartEnded();
            load.requireSound();
            if (patience.isOver(what)) {
                throw new IllegalStateException("No %s within %d s".formatted(what, Patience.seconds()));
            }
            Thread.sleep(PAUSE);
        }
    }

    private static boolean holds(Condition condition) {
        try {
            return condition.holds();
        } catch (SQLException e) {
            return false;
        }
    }

    /** Waits for a condition; fails where it does not hold within three minutes, or the load has failed. */
    public void await(String what, Condition condition) throws InterruptedException, SQLException {
        await(what, condition, () -> what);
    }

    /** Waits for a condition; fails where it does not hold and nothing has moved for three minutes. */
    void await(String what, Condition condition, Moving moving) throws InterruptedException, SQLException {
        Patience patience = new Patience();
        while (!condition.holds()) {
            load.requireSound();
            if (patience.isOver(moving.state())) {
                throw new IllegalStateException(
                        "No %s, and nothing moves for %d s".formatted(what, Patience.seconds()));
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
