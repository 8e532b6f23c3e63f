package dev.plumbline.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the database says of a job's ranking, read by its own SQL: of each decision the columns of an export by their names,
 * with the texts that CSV has in them, and of the gates those of its rubric.
 */
final class StoredRanking {
    /** Of the two rows that tell the same the application's, which the exports do not read; the rest is in one of them. */
    private static final String RANKED = """
            select rank() over (order by a.rank) as rank, a.id as "applicationId", a.external_id as "externalId",
                a.recommendation, coalesce(a.band, '') as band,
                case when a.complete then 'true' else 'false' end as complete,
                coalesce(o.outcome #>> '{total,low}', '') as low, coalesce(o.outcome #>> '{total,high}', '') as high,
                a.rubric_version as "rubricVersion", a.number, d.decided_at as "decidedAt",
                (select jsonb_object_agg('gate:' || (gate ->> 'gate'), gate ->> 'state')
                    from jsonb_array_elements(o.outcome -> 'gates') as gate) as gates
            from application a join decision d on d.application_id = a.id and d.number = a.number,
                lateral (select convert_from(d.outcome, 'UTF8')::jsonb as outcome) as o
            where a.job_id = ? and not a.withdrawn and a.number > 0
            order by a.rank, a.id""";

    private static final List<String> TEXTS = List.of(
            "rank",
            "applicationId",
            "externalId",
            "recommendation",
            "band",
            "complete",
            "low",
            "high",
            "rubricVersion",
            "number");

    private StoredRanking() {}

    /** All of it, in its order. */
    static List<Map<String, String>> of(AgroalDataSource dataSource, UUID job) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(RANKED)) {
            select.setObject(1, job);
            List<Map<String, String>> ranked = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ranked.add(decision(row));
                }
            }
            return ranked;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> decision(ResultSet row) throws SQLException {
        Map<String, String> decision = new TreeMap<>();
        for (String name : TEXTS) {
            decision.put(name, row.getString(name));
        }
        decision.put(
                "decidedAt",
                row.getObject("decidedAt", OffsetDateTime.class).toInstant().toString());
        for (Map.Entry<String, JsonNode> gate :
                Api.parse(row.getString("gates")).properties()) {
            decision.put(gate.getKey(), gate.getValue().textValue());
        }
        return decision;
    }
}
