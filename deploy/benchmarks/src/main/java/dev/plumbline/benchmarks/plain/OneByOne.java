package dev.plumbline.benchmarks.plain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One score, one transaction: the application's row selected for update and updated, a row each inserted into the
 * history and into the outbox, commit. Statements are prepared once, on a connection of its own.
 */
final class OneByOne implements AutoCloseable {
    private final PlainTables tables;
    private final Connection connection;
    private final PreparedStatement select;
    private final PreparedStatement update;
    private final PreparedStatement insertDecision;
    private final PreparedStatement insertEvent;
    private final int number;
    private int done;

    OneByOne(Database database, PlainTables tables) throws SQLException {
        this.tables = tables;
        this.connection = database.connect();
        connection.setAutoCommit(false);
        this.number = tables.application().indexOf("number");
        this.select = connection.prepareStatement("select %s from application where id = ? for update"
                .formatted(tables.application().names()));
        this.update = connection.prepareStatement("update application set %s where id = ?"
                .formatted(tables.application().assignments("id", column -> "?::" + column.type())));
        this.insertDecision = connection.prepareStatement(insert(tables.decision()));
        this.insertEvent = connection.prepareStatement(insert(tables.outbox()));
    }

    private static String insert(Table table) {
        return "insert into %s (%s) values (%s)".formatted(table.name(), table.names(), table.values());
    }

    void score(UUID application) throws SQLException {
        @Nullable Object[] row = lock(application);
        int next = (Integer) Objects.requireNonNull(row[number]) + 1;
        row[number] = next;
        updateTo(row, application);
        bind(insertDecision, tables.decisionRow(done, application, next));
        insertDecision.executeUpdate();
        bind(insertEvent, tables.event(done));
        insertEvent.executeUpdate();
        connection.commit();
        done++;
    }

    private @Nullable Object[] lock(UUID application) throws SQLException {
        select.setObject(1, application);
        try (ResultSet rows = select.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException("There is no application " + application);
            }
            return tables.application().row(rows);
        }
    }

    private void updateTo(@Nullable Object[] row, UUID application) throws SQLException {
        int key = tables.application().indexOf("id");
        int parameter = 1;
        for (int i = 0; i < row.length; i++) {
            if (i != key) {
                update.setObject(parameter++, row[i]);
            }
        }
        update.setObject(parameter, application);
        update.executeUpdate();
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            statement.setObject(i + 1, row[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
