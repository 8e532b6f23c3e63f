package dev.plumbline.kit.outbox;

import dev.plumbline.kit.tracing.Traceparent;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The relay's view of the outbox, over the one connection that holds the relay's advisory lock. */
final class OutboxTable {
    /** Any number that no other advisory lock of the database uses. */
    private static final long RELAY_LOCK = 7_002_001L;

    /** The bytes of a row that grow with what it says, as they lie in the row: nothing is unpacked for it. */
    static final String BYTES = "octet_length(headers) + coalesce(octet_length(payload), 0)";

    static final String OLDEST = """
            select id, topic, record_key, headers, payload, created_at
            from (select oldest.*, sum(%s) over (order by id rows between unbounded preceding and 1 preceding) as before
                from (select * from outbox order by id limit ?) as oldest) as rows
            where coalesce(before, 0) < ? order by id""".formatted(BYTES);

    private static final String REMOVE = "delete from outbox where id = any(?)";

    /**
     * One statement, and so one transaction: an event is in the outbox or is kept. Not so where an instance publishes that is of
     * a version from before: docs/operations/topics.md tells of the gaps.
     */
    private static final String REMOVE_AND_KEEP = """
            with gone as (delete from outbox where id = any(?)
                returning id, topic, record_key, headers, payload, created_at)
            insert into published_event (id, topic, record_key, headers, payload, written_at)
            select * from gone where id = any(?)""";

    private final Connection connection;
    private final Predicate<ProducerRecord<byte[], byte[]>> isKept;

    /** @param isKept whether a record is kept after it was published */
    OutboxTable(Connection connection, Predicate<ProducerRecord<byte[], byte[]>> isKept) {
        this.connection = connection;
        this.isKept = isKept;
    }

    /**
     * A row with the record that it becomes.
     *
     * @param traced null where nobody wants to see its trace
     */
    record Pending(
            long id,
            ProducerRecord<byte[], byte[]> message,
            @Nullable Traced traced) {}

    /** The step of a trace that a row comes of, and when it was written. */
    record Traced(String traceparent, Instant since) {}

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

    /**
     * The oldest rows, in order. Never "after the last one seen": a row with a lower id may be committed later.
     *
     * @param mostBytes no row is read behind so many bytes of others
     */
    List<Pending> oldest(int most, int mostBytes) throws SQLException {
        try (PreparedStatement ps = connection.prepareStatement(OLDEST)) {
            ps.setInt(1, most);
            ps.setInt(2, mostBytes);
            List<Pending> rows = new ArrayList<>();
            try (ResultSet rs = ps.executeQuery()) {
                while (rs.next()) {
                    rows.add(pending(rs));
                }
            }
            return rows;
        }
    }

    private static Pending pending(ResultSet row) throws SQLException {
        ProducerRecord<byte[], byte[]> message = message(row);
        Header header = message.headers().lastHeader("traceparent");
        return new Pending(row.getLong(1), message, header == null ? null : traced(header.value(), row));
    }

    /** The record of a row whose columns from the second on are topic, key, headers and payload. */
    static ProducerRecord<byte[], byte[]> message(ResultSet row) throws SQLException {
        return new ProducerRecord<>(
                row.getString(2), null, row.getBytes(3), row.getBytes(5), RecordHeaders.decode(row.getString(4)));
    }

    private static @Nullable Traced traced(byte @Nullable [] header, ResultSet row) throws SQLException {
        String traceparent = header == null ? "" : new String(header, StandardCharsets.US_ASCII);
        return Traceparent.isSampled(traceparent)
                ? new Traced(traceparent, row.getObject(6, OffsetDateTime.class).toInstant())
                : null;
    }

    /** Takes away what was published, and keeps what is to be kept. */
    void remove(List<Pending> published) throws SQLException {
        List<Pending> kept =
                published.stream().filter(row -> isKept.test(row.message())).toList();
        try (PreparedStatement ps = connection.prepareStatement(kept.isEmpty() ? REMOVE : REMOVE_AND_KEEP)) {
            ps.setArray(1, ids(published));
            if (!kept.isEmpty()) {
                ps.setArray(2, ids(kept));
            }
            ps.executeUpdate();
        }
    }

    private Array ids(List<Pending> rows) throws SQLException {
        return connection.createArrayOf("bigint", rows.stream().map(Pending::id).toArray());
    }
}
