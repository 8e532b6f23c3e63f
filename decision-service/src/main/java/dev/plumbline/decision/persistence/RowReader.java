package dev.plumbline.decision.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Makes something of the row that a result set is at. */
@FunctionalInterface
public interface RowReader<T> {
    /** What is in the row. */
    T read(ResultSet row) throws SQLException;

    /** What a reader makes of each row that a statement finds, in their order. */
    static <T> List<T> readAll(PreparedStatement select, RowReader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }
}
