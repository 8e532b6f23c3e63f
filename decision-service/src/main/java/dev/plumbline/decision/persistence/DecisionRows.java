package dev.plumbline.decision.persistence;

import static dev.plumbline.decision.persistence.Columns.digest;
import static dev.plumbline.decision.persistence.Columns.hex;

import dev.plumbline.decision.app.DecisionHistory;
import dev.plumbline.decision.app.MadeDecision;
import dev.plumbline.decision.app.PastDecision;
import dev.plumbline.decision.app.Publication;
import dev.plumbline.decision.app.StoredDecision;
import dev.plumbline.decision.app.Trigger;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactIdentity;
import dev.plumbline.kit.tracing.Traceparent;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The decisions' rows. */
@ApplicationScoped
class DecisionRows implements DecisionHistory {
    private static final String INSERT = """
            insert into decision (application_id, number, decided_at, trigger_id, trigger_type, rubric_version,
                withdrawn, published, input_digest, content_digest, chain_digest, outcome, facts, event_place, event_id,
                event_trace, event_gates)
            select * from unnest(?::uuid[], ?::int[], ?::timestamptz[], ?::text[], ?::text[], ?::int[], ?::boolean[],
                ?::boolean[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bigint[], ?::uuid[],
                ?::bytea[], ?::bytea[])""";

    static final String COLUMNS = """
            application_id, number, decided_at, trigger_id, trigger_type, rubric_version, withdrawn, published,
            input_digest, content_digest, chain_digest, outcome""";
    private static final String SELECT = "select " + COLUMNS + " from decision where application_id = ? and number ";
    private static final String FIND = SELECT + "= ? limit ?";
    private static final String AFTER = SELECT + "> ? order by number limit ?";
    private static final String FACTS =
            "select facts from decision where application_id = ? and number <= ? order by number limit ?";

    // Most decisions come of scores: that a share has no lifecycle is seen without reading it.
    private static final String LIFECYCLE = """
            select number, facts from decision
            where application_id = ? and number <= ? and position(convert_to('["%s",', 'UTF8') in facts) > 0
            order by number limit ?""".formatted(FactsWriter.LIFECYCLE);

    private final AgroalDataSource dataSource;

    DecisionRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void append(List<MadeDecision> decisions) {
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
    public Optional<PastDecision> find(UUID applicationId, int number) {
        return query(FIND, applicationId, number, 1, DecisionRows::read).stream()
                .findFirst();
    }

    @Override
    public List<PastDecision> after(UUID applicationId, int number, int most) {
        return query(AFTER, applicationId, number, most, DecisionRows::read);
    }

    @Override
    public List<Fact> factsUntil(UUID applicationId, int number) {
        return query(FACTS, applicationId, number, Integer.MAX_VALUE, row -> FactsReader.read(row.getBytes(1))).stream()
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<LifecycleShare> lifecycleUntil(UUID applicationId, int number) {
        return query(
                LIFECYCLE,
                applicationId,
                number,
                Integer.MAX_VALUE,
                row -> new LifecycleShare(
                        row.getInt(1),
                        FactsReader.read(row.getBytes(2)).stream()
                                .filter(fact -> fact.identity() instanceof FactIdentity.Lifecycle)
                                .toList()));
    }

    private <T> List<T> query(String sql, UUID applicationId, int number, int most, RowReader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, applicationId);
            select.setInt(2, number);
            select.setInt(3, most);
            return RowReader.readAll(select, reader);
        } catch (SQLException e) {
            throw new IllegalStateException("The decisions cannot be read", e);
        }
    }

    static PastDecision read(ResultSet row) throws SQLException {
        return new PastDecision(
                row.getObject("application_id", UUID.class),
                row.getInt("number"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                new Trigger(row.getString("trigger_id"), row.getString("trigger_type")),
                row.getInt("rubric_version"),
                row.getBoolean("withdrawn"),
                row.getBoolean("published"),
                hex(row.getBytes("input_digest")),
                hex(row.getBytes("content_digest")),
                hex(row.getBytes("chain_digest")),
                row.getBytes("outcome"));
    }

    private static void bind(Columns<MadeDecision> columns) throws SQLException {
        columns.add("uuid", decision(StoredDecision::applicationId))
                .add("int4", decision(StoredDecision::number))
                .add("timestamptz", decision(decision -> decision.decidedAt().toString()))
                .add("text", decision(decision -> decision.trigger().eventId()))
                .add("text", decision(decision -> decision.trigger().eventType()))
                .add("int4", decision(StoredDecision::rubricVersion))
                .add("boolean", decision(StoredDecision::withdrawn))
                .add("boolean", decision(StoredDecision::published))
                .addBytes(made -> digest(made.decision().inputDigest()))
                .addBytes(made -> digest(made.decision().contentDigest()))
                .addBytes(made -> digest(made.decision().chainDigest()))
                .addBytes(made -> made.decision().outcome())
                .addBytes(made -> FactsWriter.write(made.decision().facts()))
                .add("int8", publication(Publication::place))
                .add("uuid", publication(Publication::eventId))
                .addBytes(made -> {
                    Publication publication = made.publication();
                    return publication == null ? null : Traceparent.toBytes(publication.traceparent());
                })
                .addBytes(made ->
                        made.publication() == null ? null : made.decision().gateOrder());
    }

    private static Function<MadeDecision, @Nullable Object> decision(Function<StoredDecision, Object> column) {
        return made -> column.apply(made.decision());
    }

    private static Function<MadeDecision, @Nullable Object> publication(Function<Publication, Object> column) {
        return made -> {
            Publication publication = made.publication();
            return publication == null ? null : column.apply(publication);
        };
    }
}
