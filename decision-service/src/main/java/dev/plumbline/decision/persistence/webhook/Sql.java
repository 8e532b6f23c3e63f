package dev.plumbline.decision.persistence.webhook;

import dev.plumbline.decision.persistence.RowReader;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs statements in the current transaction, if there is one. */
@ApplicationScoped
class Sql {
    private final AgroalDataSource dataSource;

    Sql(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The rows of a query, or of a statement with {@code returning}. */
    <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return RowReader.readAll(statement, reader);
        } catch (SQLException e) {
            throw new IllegalStateException("The webhooks' tables cannot be read", e);
        }
    }

    /** How many rows a statement changed. */
    int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The webhooks' tables cannot be written", e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            switch (parameter) {
                case null -> statement.setObject(i + 1, null);
                case Instant instant -> statement.setObject(i + 1, at(instant));
                case Collection<?> values -> statement.setArray(i + 1, array(connection, values));
                default -> statement.setObject(i + 1, parameter);
            }
        }
    }

    private static java.sql.Array array(Connection connection, Collection<?> values) throws SQLException {
        Optional<?> first = values.stream().filter(Objects::nonNull).findFirst();
        return switch (first.isPresent() ? first.get() : "") {
            case UUID id -> connection.createArrayOf("uuid", values.toArray());
            case byte[] bytes -> connection.createArrayOf("bytea", values.toArray(byte[][]::new));
            case Instant instant ->
                connection.createArrayOf(
                        "timestamptz", values.stream().map(Object::toString).toArray());
            default -> connection.createArrayOf("text", values.toArray());
        };
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The instant in this column; null where it has none. */
    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The instant in this column, which is never null. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The number in this column; null where it has none. */
    static @Nullable Integer integerOrNull(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
