package dev.plumbline.decision.persistence;

import dev.plumbline.decision.app.PastDecision;
import dev.plumbline.decision.app.StandingDecisions;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads decisions of many applications in one statement. */
@ApplicationScoped
class StandingDecisionRows implements StandingDecisions {
    private static final String SELECT = "select " + DecisionRows.COLUMNS + """

            from decision join unnest(?::uuid[], ?::integer[]) as standing (application_id, number)
                using (application_id, number)""";

    private final AgroalDataSource dataSource;

    StandingDecisionRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Map<UUID, PastDecision> of(Map<UUID, Integer> numbers) {
        List<Map.Entry<UUID, Integer>> standing = new ArrayList<>(numbers.entrySet());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", standing.stream().map(Map.Entry::getKey).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "int4", standing.stream().map(Map.Entry::getValue).toArray()));
            return RowReader.readAll(select, DecisionRows::read).stream()
                    .collect(Collectors.toMap(PastDecision::applicationId, Function.identity()));
        } catch (SQLException e) {
            throw new IllegalStateException("The decisions cannot be read", e);
        }
    }
}
