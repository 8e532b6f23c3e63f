package dev.plumbline.e2e.faults;

import dev.plumbline.e2e.Database;
import dev.plumbline.e2e.Decisions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the decision-service has stored, read from its tables. */
final class StoredDecisions {
    private static final String CURRENT = """
            select a.id, a.number, h.rows, h.lowest, convert_from(d.outcome, 'UTF8'), a.recommendation,
                encode(d.content_digest, 'hex'), coalesce(encode(a.published_chain, 'hex'), '')
            from application a
            join decision d on d.application_id = a.id and d.number = a.number
            join (select application_id, count(*) as rows, min(number) as lowest from decision
                where application_id = any(?) group by application_id) h on h.application_id = a.id
            where a.id = any(?)""";
    private static final String TRIGGERS = """
            select trigger_id, count(*) from decision where application_id = any(?) group by trigger_id""";

    private final Database database;

    StoredDecisions(Database database) {
        this.database = database;
    }

    /** The current decision of each of these applications that has one. */
    Map<String, StoredDecision> current(Collection<String> applications) throws SQLException {
        Map<String, StoredDecision> current = new HashMap<>();
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(CURRENT)) {
            select.setArray(1, connection.createArrayOf("uuid", ids(applications)));
            select.setArray(2, connection.createArrayOf("uuid", ids(applications)));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    current.put(rows.getString(1), decision(rows));
                }
            }
        }
        return current;
    }

    private static StoredDecision decision(ResultSet rows) throws SQLException {
        return new StoredDecision(
                rows.getLong(2),
                rows.getLong(3),
                rows.getLong(4),
                Decisions.parse(rows.getBytes(5)),
                rows.getString(6),
                rows.getString(7),
                rows.getString(8));
    }

    /** How many decisions each event has led to. */
    Map<String, Long> byTrigger(Collection<String> applications) throws SQLException {
        Map<String, Long> triggers = new HashMap<>();
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(TRIGGERS)) {
            select.setArray(1, connection.createArrayOf("uuid", ids(applications)));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    triggers.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return triggers;
    }

    private static Object[] ids(Collection<String> applications) {
        return Arrays.stream(applications.toArray(String[]::new))
                .map(UUID::fromString)
                .toArray();
    }
}
