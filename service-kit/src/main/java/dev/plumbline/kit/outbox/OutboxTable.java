package dev.plumbline.kit.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The relay's view of the outbox, over the one connection that holds the relay's advisory lock. */
final class OutboxTable {
    /** Any number that no other advisory lock of the database uses. */
    private static final long RELAY_LOCK = 7_002_001L;

    static final String OLDEST = "select id, topic, record_key, headers, payload from outbox order by id limit ?";

    private final Connection connection;

    OutboxTable(Connection connection) {
        this.connection = connection;
    }

    /** A row with the record that it becomes. */
    record Pending(long id, ProducerRecord<byte[], byte[]> message) {}

    /** @param silence after which the database ends this connection, and with it the lock */
    boolean tryBecomeActive(Duration silence) throws SQLException {
        if (!tryLock()) {
            return false;
        }
        set("set idle_session_timeout = " + silence.toMillis());
        followIndex();
        return true;
    }

    /**
     * An outbox is empty most of the time, and so are its statistics: left alone, PostgreSQL plans to read and sort the
     * whole table, keeps that plan, and pays for every removed row that is not vacuumed yet.
     */
    void followIndex() throws SQLException {
        set("set enable_seqscan = off", "set enable_sort = off");
    }

    /** What the connection's next user finds. */
    void forgetIndex() throws SQLException {
        set("reset enable_seqscan", "reset enable_sort");
    }

    private boolean tryLock() throws SQLException {
        try (PreparedStatement ps = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            ps.setLong(1, RELAY_LOCK);
            try (ResultSet rs = ps.executeQuery()) {
                rs.next();
                return rs.getBoolean(1);
            }
        }
    }

    private void set(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    void standDown() throws SQLException {
        forgetIndex();
        set("reset idle_session_timeout");
        try (PreparedStatement ps = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            ps.setLong(1, RELAY_LOCK);
            ps.execute();
        }
    }

    /** The oldest rows, in order. Never "after the last one seen": a row with a lower id may be committed later. */
    List<Pending> oldest(int most) throws SQLException {
        try (PreparedStatement ps = connection.prepareStatement(OLDEST)) {
            ps.setInt(1, most);
            List<Pending> rows = new ArrayList<>();
            try (ResultSet rs = ps.executeQuery()) {
                while (rs.next()) {
                    rows.add(new Pending(
                            rs.getLong(1),
                            new ProducerRecord<>(
                                    rs.getString(2),
                                    null,
                                    rs.getBytes(3),
                                    rs.getBytes(5),
                                    RecordHeaders.decode(rs.getString(4)))));
                }
            }
            return rows;
        }
    }

    void remove(List<Pending> published) throws SQLException {
        try (PreparedStatement ps = connection.prepareStatement("delete from outbox where id = any(?)")) {
            Object[] ids = published.stream().map(Pending::id).toArray();
            ps.setArray(1, connection.createArrayOf("bigint", ids));
            ps.executeUpdate();
        }
    }
}
