package dev.plumbline.decision;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;

/** What another instance could have locked at an unlucky moment, and who waits for it. */
final class DatabaseLocks {
    private static final String WAITING =
            "select count(*) from pg_stat_activity where ?::integer = any(pg_blocking_pids(pid))";
    private static final String OWN_PID = "select pg_backend_pid()";

    private final AgroalDataSource dataSource;

    DatabaseLocks(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Something locked, until it is closed. */
    interface Held extends AutoCloseable {
        /** Whether anybody waits for it now. */
        boolean isWaitedFor();

        /** Waits until somebody waits for it. */
        default void awaitWaiting() {
            await(this::isWaitedFor);
        }

        @Override
        void close();
    }

    /** Locks the rows that a query selects. */
    Held rows(String query, Object... parameters) {
        return held(query + " for update", parameters);
    }

    /** Holds the lane of a webhook as who adds to it does. */
    Held lane(UUID webhook) {
        return held("select pg_advisory_xact_lock(hashtextextended('webhook ' || ?::uuid, 0))", webhook);
    }

    /** Holds what a query locks. */
    Held held(String query, Object... parameters) {
        try {
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            int pid;
            try (PreparedStatement select = connection.prepareStatement(OWN_PID);
                    ResultSet row = select.executeQuery()) {
                row.next();
                pid = row.getInt(1);
            }
            try (PreparedStatement select = connection.prepareStatement(query)) {
                bind(select, parameters);
                select.executeQuery().close();
            }
            AtomicBoolean isHeld = new AtomicBoolean(true);
            return new Held() {
                @Override
                public boolean isWaitedFor() {
                    return isAnybodyWaitingFor(pid);
                }

                @Override
                public void close() {
                    if (isHeld.getAndSet(false)) {
                        release(connection);
                    }
                }
            };
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void release(Connection connection) {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The texts in the first column. */
    List<String> query(String query, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            bind(select, parameters);
            List<String> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int update(String statement, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(statement)) {
            bind(update, parameters);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    /** The database's process that the current transaction is in. */
    int ownPid() {
        return Integer.parseInt(query(OWN_PID).getFirst());
    }

    /** Waits until all that was to be published is. */
    void awaitEmptyOutbox() {
        Awaitility.await("an empty outbox")
                .atMost(Duration.ofSeconds(60))
                .until(() -> query("select id::text from outbox").isEmpty());
    }

    /** Waits until somebody waits for a lock that this process of the database has. */
    void awaitWaitingFor(int pid) {
        await(() -> isAnybodyWaitingFor(pid));
    }

    /** Whether anybody waits for a lock that this process of the database has now. */
    boolean isAnybodyWaitingFor(int pid) {
        return !query(WAITING, pid).getFirst().equals("0");
    }

    private static void await(Callable<Boolean> isWaiting) {
        Awaitility.await("somebody who waits for a lock")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(isWaiting);
    }

    /** Locks the rows that a query selects, for a moment; fails where somebody else has them. */
    void lockAtOnce(String query, Object... parameters) {
        held(query + " for update nowait", parameters).close();
    }
}
