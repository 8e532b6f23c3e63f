package dev.plumbline.benchmarks.plain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of the decision-service as the catalogue describes it, and SQL that names each of its columns. So the plain
 * SQL writes whole rows of the real tables, whatever columns they have.
 *
 * @param columns those that an insert gives a value, in their order
 */
record Table(String name, List<Column> columns) {
    private static final String COLUMNS = """
            select attname, typname
            from pg_attribute join pg_type on pg_type.oid = atttypid
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''
            order by attnum""";

    /** @param type its name in arrays and casts, such as {@code int4} */
    record Column(String name, String type) {}

    Table {
        columns = List.copyOf(columns);
    }

    static Table read(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
            select.setString(1, name);
            List<Column> columns = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2)));
                }
            }
            return new Table(name, columns);
        }
    }

    /** The same with no other columns than these. */
    Table keeping(List<String> names) {
        return new Table(
                name,
                columns.stream().filter(column -> names.contains(column.name())).toList());
    }

    /** The column's place among {@link #columns}, from 0. */
    int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalStateException("The table " + name + " has no column " + column);
    }

    String names() {
        return String.join(", ", columns.stream().map(Column::name).toList());
    }

    /** One parameter for each column. */
    String values() {
        return String.join(
                ", ", columns.stream().map(column -> "?::" + column.type()).toList());
    }

    /** One array parameter for each column. */
    String arrays() {
        return String.join(
                ", ",
                columns.stream().map(column -> "?::" + column.type() + "[]").toList());
    }

    /** Every column but the key, set from an expression made of its name and type. */
    String assignments(String key, Function<Column, String> value) {
        return String.join(
                ", ",
                columns.stream()
                        .filter(column -> !column.name().equals(key))
                        .map(column -> column.name() + " = " + value.apply(column))
                        .toList());
    }

    /** The current row's values, in the order of {@link #columns}. */
    @Nullable Object[] row(ResultSet rows) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.getObject(columns.get(i).name());
        }
        return values;
    }

    /** Sets one array parameter for each column, of these rows, from the first parameter on. */
    void bindArrays(PreparedStatement statement, List<@Nullable Object[]> rows) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            statement.setArray(
                    i + 1,
                    statement.getConnection().createArrayOf(columns.get(i).type(), column(rows, i)));
        }
    }

    private Object[] column(List<@Nullable Object[]> rows, int index) {
        // The driver writes bytes in binary only where the array says that they are bytes.
        @Nullable Object[] values =
                columns.get(index).type().equals("bytea") ? new byte[rows.size()][] : new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i)[index];
        }
        return values;
    }
}
