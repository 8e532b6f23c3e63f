package dev.plumbline.decision.persistence;

import dev.plumbline.decision.app.Publication;
import dev.plumbline.decision.app.PublishedHistory;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.kit.tracing.Traceparent;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The history as it was published, from its rows. */
@ApplicationScoped
class PublishedHistoryRows implements PublishedHistory {
    /** The bytes as they are unpacked, which takes no unpacking to know. */
    static final String BEHIND = "select " + DecisionRows.COLUMNS + """
            , facts, event_place, event_id, event_trace, event_gates,
                exists (select from outbox where outbox.id = decision.event_place) as waiting
            from (
                select next.*, sum(octet_length(outcome) + octet_length(facts)) over (
                    order by application_id, number rows between unbounded preceding and 1 preceding) as before
                from (
                    select * from decision where (application_id, number) > (?, ?)
                    order by application_id, number limit ?) as next) as decision
            where coalesce(before, 0) < ? order by application_id, number""";

    private final AgroalDataSource dataSource;

    PublishedHistoryRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<Told> behind(UUID applicationId, int number, int most, int mostBytes) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(BEHIND)) {
            select.setObject(1, applicationId);
            select.setInt(2, number);
            select.setInt(3, most);
            select.setInt(4, mostBytes);
            return RowReader.readAll(select, PublishedHistoryRows::read);
        } catch (SQLException e) {
            throw new IllegalStateException("The published decisions cannot be read", e);
        }
    }

    private static Told read(ResultSet row) throws SQLException {
        return new Told(
                DecisionRows.read(row),
                lifecycle(row.getBytes("facts")),
                publication(row),
                row.getBytes("event_gates"),
                row.getBoolean("waiting"));
    }

    /** Of each identity there is one fact in a row, the newest. */
    private static @Nullable Lifecycle lifecycle(byte[] facts) {
        return FactsReader.readUndigested(facts).stream()
                .map(fact -> fact.content() instanceof Lifecycle lifecycle ? lifecycle : null)
                .filter(lifecycle -> lifecycle != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Publication publication(ResultSet row) throws SQLException {
        UUID eventId = row.getObject("event_id", UUID.class);
        return eventId == null
                ? null
                : new Publication(
                        eventId, Traceparent.ofBytes(row.getBytes("event_trace")), row.getLong("event_place"));
    }
}
