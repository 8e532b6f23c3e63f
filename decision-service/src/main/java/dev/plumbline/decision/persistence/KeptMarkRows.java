package dev.plumbline.decision.persistence;

import dev.plumbline.decision.app.KeptMarks;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/** Reads what came in by topics, over all tables that keep any of it. */
@ApplicationScoped
class KeptMarkRows implements KeptMarks {
    // Of a rubric version what it says, not its digest: that may become known later, and is no other fact then.
    private static final String MARKS = """
            select id, encode(sha256(convert_to(string_agg(part, ' ' order by part), 'UTF8')), 'hex')
            from (
                select id, 'facts ' || encode(sha256(facts), 'hex') as part
                from application where id = any(?) and length(facts) > 0
                union all select id, 'latest verdict ' || verdict_revision
                from application where id = any(?) and verdict_revision is not null
                union all select application_id, 'verdict ' || revision from verdict where application_id = any(?)
                union all select application_id, 'stale ' || revision from verdict_stale where application_id = any(?)
                union all select application_id, 'erased' from erased_application where application_id = any(?)
                union all select job_id,
                    concat_ws(' ', 'rubric', version, revision, status, for_all_open, encode(sha256(content), 'hex'),
                        encode(sha256(convert_to(title, 'UTF8')), 'hex'))
                from rubric where job_id = any(?)) as kept (id, part)
            group by id""";
    private static final int PLACES = 6;

    private final AgroalDataSource dataSource;

    KeptMarkRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Map<UUID, String> of(SortedSet<UUID> ids) {
        try (Connection connection = dataSource.getConnection()) {
            Array given = connection.createArrayOf("uuid", ids.toArray());
            try (PreparedStatement select = connection.prepareStatement(MARKS)) {
                for (int place = 1; place <= PLACES; place++) {
                    select.setArray(place, given);
                }
                Map<UUID, String> marks = new HashMap<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        marks.put(rows.getObject(1, UUID.class), rows.getString(2));
                    }
                }
                return marks;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What is kept of applications cannot be read", e);
        }
    }
}
