package dev.plumbline.decision.persistence;

import dev.plumbline.decision.app.certificate.DecisionInputs;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What stored decisions were made of, from their rows. */
@ApplicationScoped
class InputRows implements DecisionInputs {
    private static final String UNTIL = "select " + DecisionRows.COLUMNS
            + ", facts from decision where application_id = ? and number <= ? order by number";
    private static final String SIZE = """
            select count(*), coalesce(max(number), 0), coalesce(sum(length(facts)), 0)
            from decision where application_id = ? and number <= ?""";

    private final AgroalDataSource dataSource;

    InputRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Size size(UUID applicationId, int number) {
        return query(SIZE, applicationId, number, row -> new Size(row.getLong(1), row.getInt(2), row.getLong(3)))
                .getFirst();
    }

    @Override
    public List<Made> until(UUID applicationId, int number) {
        return query(
                UNTIL,
                applicationId,
                number,
                row -> new Made(DecisionRows.read(row), FactsReader.read(row.getBytes("facts"))));
    }

    private <T> List<T> query(String sql, UUID applicationId, int number, RowReader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, applicationId);
            select.setInt(2, number);
            return RowReader.readAll(select, reader);
        } catch (SQLException e) {
            throw new IllegalStateException("What decisions were made of cannot be read", e);
        }
    }
}
