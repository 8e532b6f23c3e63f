package dev.plumbline.benchmarks.plain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Many scores, one transaction: the applications' rows selected for update in the order of their ids, one statement that
 * updates them all, one that inserts the history, one that inserts the outbox, commit. An application with two scores in
 * a batch is updated once and has two rows in the history, as in the pipeline.
 */
final class InBatches implements AutoCloseable {
    private final PlainTables tables;
    private final Connection connection;
    private final PreparedStatement select;
    private final PreparedStatement update;
    private final PreparedStatement insertDecisions;
    private final PreparedStatement insertEvents;
    private final int id;
    private final int number;
    private int done;

    InBatches(Database database, PlainTables tables) throws SQLException {
        this.tables = tables;
        this.connection = database.connect();
        connection.setAutoCommit(false);
        Table application = tables.application();
        this.id = application.indexOf("id");
        this.number = application.indexOf("number");
        this.select = connection.prepareStatement(
                "select %s from application where id = any(?) order by id for update".formatted(application.names()));
        this.update =
                connection.prepareStatement("update application as a set %s from unnest(%s) as v (%s) where a.id = v.id"
                        .formatted(
                                application.assignments("id", column -> "v." + column.name()),
                                application.arrays(),
                                application.names()));
        this.insertDecisions = connection.prepareStatement(insert(tables.decision()));
        this.insertEvents = connection.prepareStatement(insert(tables.outbox()));
    }

    private static String insert(Table table) {
        return "insert into %s (%s) select * from unnest(%s)".formatted(table.name(), table.names(), table.arrays());
    }

    void scores(List<UUID> applications) throws SQLException {
        Map<UUID, @Nullable Object[]> rows = lock(applications);
        List<@Nullable Object[]> decisions = new ArrayList<>(applications.size());
        List<@Nullable Object[]> events = new ArrayList<>(applications.size());
        for (UUID application : applications) {
            @Nullable Object[] row = Objects.requireNonNull(rows.get(application), "no such application");
            int next = (Integer) Objects.requireNonNull(row[number]) + 1;
            row[number] = next;
            decisions.add(tables.decisionRow(done, application, next));
            events.add(tables.event(done));
            done++;
        }
        write(tables.application(), update, List.copyOf(rows.values()));
        write(tables.decision(), insertDecisions, decisions);
        write(tables.outbox(), insertEvents, events);
        connection.commit();
    }

    private Map<UUID, @Nullable Object[]> lock(List<UUID> applications) throws SQLException {
        Object[] ids = applications.stream().distinct().toArray();
        select.setArray(1, connection.createArrayOf("uuid", ids));
        Map<UUID, @Nullable Object[]> rows = new HashMap<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                @Nullable Object[] row = tables.application().row(found);
                rows.put((UUID) Objects.requireNonNull(row[id]), row);
            }
        }
        return rows;
    }

    private static void write(Table table, PreparedStatement statement, List<@Nullable Object[]> rows)
            throws SQLException {
        table.bindArrays(statement, rows);
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
