package dev.plumbline.decision.persistence;

import static dev.plumbline.decision.persistence.Columns.digest;
import static dev.plumbline.decision.persistence.Columns.hex;

import dev.plumbline.decision.app.DecisionHistory;
import dev.plumbline.decision.app.StoredDecision;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The decisions' rows. */
@ApplicationScoped
class DecisionRows implements DecisionHistory {
    private static final String INSERT = """
            insert into decision (application_id, number, decided_at, trigger_id, trigger_type, rubric_version,
                withdrawn, published, input_digest, content_digest, chain_digest, outcome, facts)
            select * from unnest(?::uuid[], ?::int[], ?::timestamptz[], ?::text[], ?::text[], ?::int[], ?::boolean[],
                ?::boolean[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])""";

    private static final String CONTENT_DIGEST =
            "select content_digest from decision where application_id = ? and number = ?";

    private final AgroalDataSource dataSource;

    DecisionRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void append(List<StoredDecision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(new Columns<>(connection, insert, decisions));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The decisions cannot be written", e);
        }
    }

    @Override
    public Optional<String> contentDigest(UUID applicationId, int number) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(CONTENT_DIGEST)) {
            select.setObject(1, applicationId);
            select.setInt(2, number);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(hex(row.getBytes(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The decision cannot be read", e);
        }
    }

    private static void bind(Columns<StoredDecision> columns) throws SQLException {
        columns.add("uuid", StoredDecision::applicationId)
                .add("int4", StoredDecision::number)
                .add("timestamptz", decision -> decision.decidedAt().toString())
                .add("text", decision -> decision.trigger().eventId())
                .add("text", decision -> decision.trigger().eventType())
                .add("int4", StoredDecision::rubricVersion)
                .add("boolean", StoredDecision::withdrawn)
                .add("boolean", StoredDecision::published)
                .addBytes(decision -> digest(decision.inputDigest()))
                .addBytes(decision -> digest(decision.contentDigest()))
                .addBytes(decision -> digest(decision.chainDigest()))
                .addBytes(StoredDecision::outcome)
                .addBytes(decision -> FactsWriter.write(decision.facts()));
    }
}
