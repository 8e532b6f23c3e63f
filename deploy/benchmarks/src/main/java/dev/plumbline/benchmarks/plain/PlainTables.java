package dev.plumbline.benchmarks.plain;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the plain SQL writes to: the decision-service's own {@code application} and {@code decision}, so that columns,
 * indexes, storage and size are the real ones by construction; and a copy of its empty {@code outbox} beside it, so that
 * the service's relay does not publish what the plain SQL puts there.
 *
 * @param decisions real rows of the history, to be inserted again under new numbers
 * @param events real rows of the outbox
 */
record PlainTables(
        Table application,
        Table decision,
        Table outbox,
        List<@Nullable Object[]> decisions,
        List<@Nullable Object[]> events) {

    private static final int SAMPLES = 1000;
    private static final String LATEST_DECISIONS = """
            select decision.* from application
            join decision on decision.application_id = application.id and decision.number = application.number
            limit ?""";

    PlainTables {
        decisions = List.copyOf(decisions);
        events = List.copyOf(events);
    }

    /** Reads the real tables and makes the outbox's copy. */
    static PlainTables prepare(Database database, List<OutboxSample> samples) throws SQLException {
        try (Connection connection = database.connect()) {
            copyOutbox(connection);
            Table decision = Table.read(connection, "decision");
            Table outbox = Table.read(connection, "plain.outbox").keeping(OutboxSample.COLUMNS);
            List<@Nullable Object[]> decisions = decisions(connection, decision);
            if (decisions.isEmpty() || samples.isEmpty()) {
                throw new IllegalStateException("There is no decision yet whose size could be measured");
            }
            return new PlainTables(
                    Table.read(connection, "application"), decision, outbox, decisions, rows(outbox, samples));
        }
    }

    private static void copyOutbox(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists plain");
            statement.execute("drop table if exists plain.outbox");
            statement.execute("create table plain.outbox (like public.outbox including all)");
            String options = options(statement);
            if (!options.isEmpty()) {
                statement.execute("alter table plain.outbox set (" + options + ")");
            }
        }
    }

    /** "including all" leaves out the storage parameters of the table itself. */
    private static String options(Statement statement) throws SQLException {
        String sql = "select reloptions from pg_class where oid = 'public.outbox'::regclass";
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            Array options = rows.getArray(1);
            return options == null ? "" : String.join(", ", (String[]) options.getArray());
        }
    }

    private static List<@Nullable Object[]> decisions(Connection connection, Table decision) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LATEST_DECISIONS)) {
            select.setInt(1, SAMPLES);
            List<@Nullable Object[]> decisions = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    decisions.add(decision.row(rows));
                }
            }
            return decisions;
        }
    }

    private static List<@Nullable Object[]> rows(Table outbox, List<OutboxSample> samples) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (OutboxSample sample : samples) {
            rows.add(outbox.columns().stream()
                    .map(column -> sample.value(column.name()))
                    .toArray());
        }
        return rows;
    }

    /** A row of the history: the given number of an application, with the content of a real one. */
    @Nullable Object[] decisionRow(int sample, Object application, int number) {
        @Nullable Object[] row = decisions.get(sample % decisions.size()).clone();
        row[decision.indexOf("application_id")] = application;
        row[decision.indexOf("number")] = number;
        return row;
    }

    /** A row of the outbox. */
    @Nullable Object[] event(int sample) {
        return events.get(sample % events.size());
    }
}
