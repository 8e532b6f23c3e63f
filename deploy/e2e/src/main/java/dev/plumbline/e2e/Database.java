package dev.plumbline.e2e;

import dev.plumbline.local.platform.Servers;
import dev.plumbline.local.platform.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of one service, seen by its administrator. */
public final class Database {
    /** The advisory lock that the active relay of a database holds. */
    private static final long RELAY_LOCK = 7_002_001L;

    private final Servers servers;
    private final Service service;

    Database(Servers servers, Service service) {
        this.servers = servers;
        this.service = service;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(servers.jdbcUrl(service), servers.admin(), servers.adminPassword());
    }

    public long count(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(sql)) {
            rs.next();
            return rs.getLong(1);
        }
    }

    public long outboxDepth() throws SQLException {
        return count("select count(*) from outbox");
    }

    /** Sessions of this database that wait for a lock. */
    public long waitingForLocks() throws SQLException {
        return count("select count(*) from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock'");
    }

    /** Lets nobody write to a table until the connection is closed. */
    public Connection holdTable(String table) throws SQLException {
        Connection holder = connect();
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("lock table " + statement.enquoteIdentifier(table, true) + " in share mode");
        }
        return holder;
    }

    /**
     * Takes the relay's place, so that nothing of the outbox is published until the connection is closed: waits for
     * its lock, and ends the session that holds it.
     */
    public Connection holdRelay() throws SQLException {
        Connection holder = connect();
        try (Statement statement = holder.createStatement()) {
            boolean held = false;
            while (!held) {
                statement.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                        + " and ((classid::bigint << 32) | objid::bigint) = " + RELAY_LOCK
                        + " and database = (select oid from pg_database where datname = current_database())");
                try (ResultSet rs = statement.executeQuery("select pg_try_advisory_lock(" + RELAY_LOCK + ")")) {
                    rs.next();
                    held = rs.getBoolean(1);
                }
            }
        }
        return holder;
    }
}
