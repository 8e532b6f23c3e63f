package dev.plumbline.kit.inbox;

import dev.plumbline.kit.inbox.DeadLetter.Filter;
import dev.plumbline.kit.inbox.DeadLetter.Status;
import dev.plumbline.kit.outbox.DeadLetterRows;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** The records that were set aside, as operators see them and as they came. */
@ApplicationScoped
public class DeadLetterTable {
    private static final String COLUMNS =
            "select id, topic, kafka_partition, kafka_offset, reason, headers, record_key,"
                    + " received_at, status, redrives, redriven_at, redriven_by from dead_letter";
    private static final String PAGE = COLUMNS + "\n" + """
            where (?::uuid is null or id > ?) and (?::text is null or status = ?) and (?::text is null or topic = ?)
             and (?::integer is null or kafka_partition = ?) and (?::bigint is null or kafka_offset >= ?)
             and (?::bigint is null or kafka_offset <= ?) order by id limit ?""";
    /** What a type looks like; anything else may say anything. */
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final AgroalDataSource dataSource;

    DeadLetterTable(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work on a statement. */
    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /**
     * Dead letters in the order in which they were set aside.
     *
     * @param after the last one seen; null to begin
     */
    public List<DeadLetter> list(Filter filter, @Nullable UUID after, int most) {
        return with(PAGE, page -> {
            Status status = filter.status();
            int at = twice(page, 1, after, Types.OTHER);
            at = twice(page, at, status == null ? null : status.name(), Types.VARCHAR);
            at = twice(page, at, filter.topic(), Types.VARCHAR);
            at = twice(page, at, filter.partition(), Types.INTEGER);
            at = twice(page, at, filter.fromOffset(), Types.BIGINT);
            at = twice(page, at, filter.toOffset(), Types.BIGINT);
            page.setInt(at, most);
            return read(page);
        });
    }

    private static int twice(PreparedStatement statement, int at, @Nullable Object value, int type)
            throws SQLException {
        statement.setObject(at, value, type);
        statement.setObject(at + 1, value, type);
        return at + 2;
    }

    /** One dead letter. */
    public Optional<DeadLetter> find(UUID id) {
        return find(COLUMNS + " where id = ?", id);
    }

    /** One dead letter, which nobody else changes until the transaction ends. */
    Optional<DeadLetter> lock(UUID id) {
        return find(COLUMNS + " where id = ? for update", id);
    }

    private Optional<DeadLetter> find(String sql, UUID id) {
        return with(sql, query -> {
            query.setObject(1, id);
            return read(query).stream().findFirst();
        });
    }

    /** The record as it came. Its time is that of its setting aside: the one that it came with is not kept. */
    ConsumerRecord<String, byte[]> record(UUID id) {
        String sql = "select topic, kafka_partition, kafka_offset, record_key, headers, payload, received_at"
                + " from dead_letter where id = ?";
        return with(sql, query -> {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("A dead letter that is locked is not there");
                }
                return record(row);
            }
        });
    }

    private static ConsumerRecord<String, byte[]> record(ResultSet row) throws SQLException {
        byte[] key = row.getBytes(4);
        byte[] value = row.getBytes(6);
        return new ConsumerRecord<>(
                row.getString(1),
                row.getInt(2),
                row.getLong(3),
                row.getObject(7, OffsetDateTime.class).toInstant().toEpochMilli(),
                TimestampType.CREATE_TIME,
                key == null ? ConsumerRecord.NULL_SIZE : key.length,
                value == null ? ConsumerRecord.NULL_SIZE : value.length,
                key == null ? null : RecordKey.text(key),
                value,
                new RecordHeaders(DeadLetterRows.decode(row.getString(5))),
                Optional.empty());
    }

    /** Notes that somebody has it taken once more: redriven, unless its consumer says otherwise before the transaction ends. */
    void redriven(UUID id, String by) {
        attempted("status = 'REDRIVEN'", id, by);
    }

    /** Notes that the service failed on it when somebody had it taken once more. */
    void failed(UUID id, String by, String reason) {
        String sql = "update dead_letter set reason = ? where id = ?";
        with(sql, update -> {
            update.setString(1, reason);
            update.setObject(2, id);
            return update.executeUpdate();
        });
        attempted("status = 'WAITING'", id, by);
    }

    private void attempted(String status, UUID id, String by) {
        String sql = "update dead_letter set " + status
                + ", redrives = redrives + 1, redriven_at = now(), redriven_by = ? where id = ?";
        with(sql, update -> {
            update.setString(1, by);
            update.setObject(2, id);
            return update.executeUpdate();
        });
    }

    private <T> T with(String sql, Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The dead letters cannot be read or written", e);
        }
    }

    private static List<DeadLetter> read(PreparedStatement query) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                letters.add(letter(row));
            }
        }
        return letters;
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        List<Header> headers = DeadLetterRows.decode(row.getString(6));
        byte[] key = row.getBytes(7);
        OffsetDateTime redrivenAt = row.getObject(11, OffsetDateTime.class);
        String type = last(headers, "ce_type");
        return new DeadLetter(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getLong(4),
                row.getString(5),
                uuid(last(headers, "ce_id")),
                type == null || !TYPE.matcher(type).matches() ? null : type,
                uuid(key == null ? null : RecordKey.text(key)),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                Status.valueOf(row.getString(9)),
                row.getInt(10),
                redrivenAt == null ? null : redrivenAt.toInstant(),
                row.getString(12));
    }

    private static @Nullable String last(List<Header> headers, String name) {
        return headers.reversed().stream()
                .filter(header -> header.key().equals(name) && header.value() != null)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            UUID uuid = text == null ? null : UUID.fromString(text);
            return uuid != null && uuid.toString().equalsIgnoreCase(text) ? uuid : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
