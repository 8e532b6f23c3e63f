package dev.plumbline.kit.rebuild;

import dev.plumbline.kit.rebuild.Rebuild.Range;
import dev.plumbline.kit.rebuild.Rebuild.Status;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rebuilds of this service's database: what is asked for, how far each has come, and what it found. */
@ApplicationScoped
public class RebuildTable {
    private static final String COLUMNS =
            "id, status, started_at, started_by, ended_at, ended_by, compared, last_compared";
    private static final String COUNTED = "select " + COLUMNS + """
            , (select count(distinct subject) from rebuild_difference where rebuild_id = rebuild.id) as differing
            from rebuild\s""";
    /** Each with a row for each of its partitions: one query, and one connection, for all of it. */
    private static final String WITH_PARTITIONS = """
            with found as (%s)
            select found.*, topic, kafka_partition, next_offset, end_offset
            from found left join rebuild_partition on rebuild_id = found.id
            order by found.id desc, topic, kafka_partition""";

    private static final String FIND = WITH_PARTITIONS.formatted(COUNTED + "where id = ?");
    private static final String LIST =
            WITH_PARTITIONS.formatted(COUNTED + "where ?::uuid is null or id < ? order by id desc limit ?");
    private static final String CLAIM = WITH_PARTITIONS.formatted("""
            update rebuild set claimed_by = ?, claimed_until = now() + ? * interval '1 millisecond'
            where status = 'RUNNING' and (claimed_by = ? or claimed_until is null or claimed_until < now())
            returning %s, null::bigint as differing""".formatted(COLUMNS));

    private final AgroalDataSource dataSource;

    RebuildTable(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work on a statement. */
    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /** Notes a new one, in the current transaction; false where another one runs. */
    boolean insert(UUID id, String by, List<Range> ranges) {
        String sql = "insert into rebuild (id, status, started_by) values (?, 'RUNNING', ?)"
                + " on conflict (status) where status = 'RUNNING' do nothing";
        boolean isNew = with(sql, insert -> {
            insert.setObject(1, id);
            insert.setString(2, by);
            return insert.executeUpdate() == 1;
        });
        if (isNew) {
            insertRanges(id, ranges);
        }
        return isNew;
    }

    private void insertRanges(UUID id, List<Range> ranges) {
        String sql = "insert into rebuild_partition (rebuild_id, topic, kafka_partition, next_offset, end_offset)"
                + " values (?, ?, ?, ?, ?)";
        with(sql, insert -> {
            for (Range range : ranges) {
                insert.setObject(1, id);
                insert.setString(2, range.topic());
                insert.setInt(3, range.partition());
                insert.setLong(4, range.next());
                insert.setLong(5, range.end());
                insert.addBatch();
            }
            return insert.executeBatch().length;
        });
    }

    /** One of them. */
    public Optional<Rebuild> find(UUID id) {
        return with(FIND, query -> {
            query.setObject(1, id);
            return read(query).stream().findFirst();
        });
    }

    /**
     * All of them, the latest first.
     *
     * @param before the last one seen; null to begin
     */
    public List<Rebuild> list(@Nullable UUID before, int most) {
        return with(LIST, query -> {
            query.setObject(1, before, Types.OTHER);
            query.setObject(2, before, Types.OTHER);
            query.setInt(3, most);
            return read(query);
        });
    }

    /** Ends it before its time; false where it does not run. */
    boolean cancel(UUID id, String by) {
        String sql = "update rebuild set status = 'CANCELLED', ended_at = now(), ended_by = ?"
                + " where id = ? and status = 'RUNNING'";
        return with(sql, update -> {
            update.setString(1, by);
            update.setObject(2, id);
            return update.executeUpdate() == 1;
        });
    }

    /** The one that runs, for an instance alone and so long; empty where none runs, or another instance has it. */
    Optional<Rebuild> claim(UUID instance, Duration lease) {
        return with(CLAIM, update -> {
            update.setObject(1, instance);
            update.setLong(2, lease.toMillis());
            update.setObject(3, instance);
            return read(update).stream().findFirst();
        });
    }

    /** Lets another instance go on with it at once. */
    void release(UUID instance) {
        with("update rebuild set claimed_until = null where claimed_by = ? and status = 'RUNNING'", update -> {
            update.setObject(1, instance);
            return update.executeUpdate();
        });
    }

    /** Notes how far it has read. */
    void advance(UUID id, List<Range> ranges) {
        // Never back: where two instances read for a while, what either has taken is taken.
        String sql = "update rebuild_partition set next_offset = greatest(next_offset, ?)"
                + " where rebuild_id = ? and topic = ? and kafka_partition = ?";
        with(sql, update -> {
            for (Range range : ranges) {
                update.setLong(1, range.next());
                update.setObject(2, id);
                update.setString(3, range.topic());
                update.setInt(4, range.partition());
                update.addBatch();
            }
            return update.executeBatch().length;
        });
    }

    /**
     * Notes how far it has compared, in the current transaction; false where somebody else has gone on from the same place,
     * or it runs no more.
     */
    boolean compared(UUID id, @Nullable UUID after, UUID last, int more) {
        String sql = "update rebuild set compared = compared + ?, last_compared = ?"
                + " where id = ? and status = 'RUNNING' and last_compared is not distinct from ?";
        return with(sql, update -> {
            update.setInt(1, more);
            update.setObject(2, last);
            update.setObject(3, id);
            update.setObject(4, after, Types.OTHER);
            return update.executeUpdate() == 1;
        });
    }

    /** Notes that all is done. */
    void finish(UUID id) {
        with("update rebuild set status = 'FINISHED', ended_at = now() where id = ? and status = 'RUNNING'", update -> {
            update.setObject(1, id);
            return update.executeUpdate();
        });
    }

    private <T> T with(String sql, Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The rebuilds cannot be read or written", e);
        }
    }

    private static List<Rebuild> read(PreparedStatement query) throws SQLException {
        List<Rebuild> rebuilds = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            boolean isThere = row.next();
            while (isThere) {
                UUID id = row.getObject(1, UUID.class);
                Rebuild of = rebuild(row);
                List<Range> ranges = new ArrayList<>();
                do {
                    if (row.getString(10) != null) {
                        ranges.add(new Range(row.getString(10), row.getInt(11), row.getLong(12), row.getLong(13)));
                    }
                    isThere = row.next();
                } while (isThere && id.equals(row.getObject(1, UUID.class)));
                rebuilds.add(of.withRanges(ranges));
            }
        }
        return rebuilds;
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        OffsetDateTime endedAt = row.getObject(5, OffsetDateTime.class);
        return new Rebuild(
                row.getObject(1, UUID.class),
                Status.valueOf(row.getString(2)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                endedAt == null ? null : endedAt.toInstant(),
                row.getString(6),
                row.getLong(7),
                row.getObject(8, UUID.class),
                row.getObject(9, Long.class),
                List.of());
    }
}
