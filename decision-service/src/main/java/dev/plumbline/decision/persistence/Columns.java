package dev.plumbline.decision.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into one array for each column, the parameters of a statement that takes them by {@code unnest}: one round
 * trip and one plan, however many rows there are.
 */
final class Columns<T> {
    private final Connection connection;
    private final PreparedStatement statement;
    private final List<T> rows;
    private int next = 1;

    Columns(Connection connection, PreparedStatement statement, List<T> rows) {
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
    }

    Columns<T> add(String type, Function<T, @Nullable Object> column) throws SQLException {
        Object[] values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        statement.setArray(next++, connection.createArrayOf(type, values));
        return this;
    }

    Columns<T> addBytes(Function<T, byte @Nullable []> column) throws SQLException {
        byte[][] values = new byte[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        statement.setArray(next++, connection.createArrayOf("bytea", values));
        return this;
    }

    /** A digest in hexadecimal as its bytes. */
    static byte @Nullable [] digest(@Nullable String hex) {
        return hex == null ? null : HexFormat.of().parseHex(hex);
    }

    /** As {@link #digest}, of one that is there. */
    static byte[] digestOf(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** A digest's bytes in hexadecimal. */
    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
