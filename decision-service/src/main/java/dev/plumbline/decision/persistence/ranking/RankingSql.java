package dev.plumbline.decision.persistence.ranking;

import dev.plumbline.decision.app.ranking.GateInState;
import dev.plumbline.decision.app.ranking.RankedPlace;
import dev.plumbline.decision.app.ranking.RankingFilter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A query over a job's ranking. States of gates are looked for in the decision's canonical JSON: its names are sorted and
 * quotes in its texts escaped, so these bytes stand for this gate in this state and for nothing else.
 */
final class RankingSql {
    private static final byte[] PENDING = bytes("\"state\":\"PENDING\"");

    private static final String FROM = " from application a";
    // In the statement itself: whoever's rating is in a decision that it sees, it sees who owes one, too.
    private static final String RANKED = " where a.job_id = ? and not a.withdrawn and a.number > 0"
            + " and a.id not in (select application_id from panel_seat where person = ?)";
    private static final String DECISION = " join decision d on d.application_id = a.id and d.number = a.number";

    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private boolean looksIntoDecisions;

    private RankingSql(UUID job, RankingFilter filter, String reader) {
        values.add(job);
        values.add(reader);
        anyOf("recommendation", filter.recommendations(), false);
        anyOf("band", filter.bands(), filter.bandless());
        for (GateInState gate : filter.gates()) {
            looksIntoDecisions = true;
            conditions.append(" and position(? in d.outcome) > 0");
            values.add(bytes(gate));
        }
        Boolean open = filter.open();
        if (open != null) {
            looksIntoDecisions = true;
            conditions.append(open ? " and " : " and not ").append("(not a.complete or position(? in d.outcome) > 0)");
            values.add(PENDING);
        }
    }

    /** A page: only its own decisions are looked up, where no filter needs more. */
    static RankingSql page(UUID job, RankingFilter filter, String reader, @Nullable RankedPlace after, int most) {
        RankingSql sql = new RankingSql(job, filter, reader);
        if (after != null) {
            sql.conditions.append(" and (a.rank, a.id) > (?, ?)");
            sql.values.add(after.rank().toBytes());
            sql.values.add(after.applicationId());
        }
        sql.values.add(most);
        return sql;
    }

    /** All of it. */
    static RankingSql whole(UUID job, RankingFilter filter, String reader) {
        return new RankingSql(job, filter, reader);
    }

    String pageText() {
        return "select a.id, a.external_id, a.number, a.rank, d.decided_at, d.rubric_version, d.outcome from ("
                + "select a.id, a.external_id, a.number, a.rank" + FROM + (looksIntoDecisions ? DECISION : "")
                + RANKED + conditions + " order by a.rank, a.id limit ?) as a" + DECISION
                + " order by a.rank, a.id";
    }

    String wholeText() {
        return "select a.id, a.external_id, a.number, a.place from ("
                + "select a.id, a.external_id, a.number, a.recommendation, a.band, a.complete, a.rank,"
                + " rank() over (order by a.rank) as place" + FROM + RANKED + ") as a"
                + (looksIntoDecisions ? DECISION : "") + " where true" + conditions + " order by a.rank, a.id";
    }

    void bind(Connection connection, PreparedStatement statement) throws SQLException {
        int index = 1;
        for (Object value : values) {
            switch (value) {
                case byte[] bytes -> statement.setBytes(index, bytes);
                case String[] names -> statement.setArray(index, connection.createArrayOf("text", names));
                default -> statement.setObject(index, value);
            }
            index++;
        }
    }

    private void anyOf(String column, Set<? extends Enum<?>> constants, boolean orNone) {
        if (constants.isEmpty() && !orNone) {
            return;
        }
        conditions.append(" and (a.").append(column).append(" = any(?)");
        conditions.append(orNone ? " or a." + column + " is null)" : ")");
        values.add(constants.stream().map(Enum::name).toArray(String[]::new));
    }

    /** As canonical JSON has it (RFC 8785): in an id, which has no control characters, these two alone are escaped. */
    private static byte[] bytes(GateInState gate) {
        String id = gate.gate().replace("\\", "\\\\").replace("\"", "\\\"");
        return bytes("{\"gate\":\"" + id + "\",\"state\":\"" + gate.state() + "\"}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
