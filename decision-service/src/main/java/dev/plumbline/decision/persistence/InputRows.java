package dev.plumbline.decision.persistence;

import dev.plumbline.decision.app.certificate.DecisionInputs;
import dev.plumbline.decision.domain.Rubric;
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
    private static final String RUBRICS = """
            select content from (
                select content, 0 as place, fact_digest from rubric where job_id = ? and version = ?
                union all
                select content, 1, fact_digest from rubric_replaced where job_id = ? and version = ?) as contents
            order by place, fact_digest""";

    private final AgroalDataSource dataSource;

    InputRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Size size(UUID applicationId, int number) {
        return query(
                        SIZE,
                        select -> {
                            select.setObject(1, applicationId);
                            select.setInt(2, number);
                        },
                        row -> new Size(row.getLong(1), row.getInt(2), row.getLong(3)))
                .getFirst();
    }

    @Override
    public List<Made> until(UUID applicationId, int number) {
        return query(
                UNTIL,
                select -> {
                    select.setObject(1, applicationId);
                    select.setInt(2, number);
                },
                row -> new Made(DecisionRows.read(row), FactsReader.read(row.getBytes("facts"))));
    }

    @Override
    public List<Rubric> rubrics(UUID job, int version) {
        return query(
                RUBRICS,
                select -> {
                    for (int at = 1; at <= 3; at += 2) {
                        select.setObject(at, job);
                        select.setInt(at + 1, version);
                    }
                },
                row -> CompiledRubrics.parse(row.getBytes(1)));
    }

    private <T> List<T> query(String sql, Binding binding, RowReader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            return RowReader.readAll(select, reader);
        } catch (SQLException e) {
            throw new IllegalStateException("What decisions were made of cannot be read", e);
        }
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement select) throws SQLException;
    }
}
