package dev.plumbline.kit.rebuild;

import dev.plumbline.kit.rebuild.Difference.Kind;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What rebuilds found that was not as it should have been. */
@ApplicationScoped
public class DifferenceTable {
    private static final String PAGE = """
            select subject, kind from rebuild_difference where rebuild_id = ? and (subject, kind) > (?, ?)
            order by subject, kind limit ?""";
    private static final Difference BEFORE_THE_FIRST = new Difference(new UUID(0, 0), Kind.FACTS);

    private final AgroalDataSource dataSource;

    DifferenceTable(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Notes what was found, in the current transaction; what is noted already stays so. */
    void add(UUID rebuild, Collection<Difference> differences) {
        if (differences.isEmpty()) {
            return;
        }
        String sql =
                "insert into rebuild_difference (rebuild_id, subject, kind) values (?, ?, ?) on conflict do nothing";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Difference difference : differences) {
                insert.setObject(1, rebuild);
                insert.setObject(2, difference.subject());
                insert.setString(3, difference.kind().name());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The differences cannot be written", e);
        }
    }

    /**
     * What a rebuild found, in the order of subjects.
     *
     * @param after the last one seen; null to begin
     */
    public List<Difference> list(UUID rebuild, @Nullable Difference after, int most) {
        Difference begin = after == null ? BEFORE_THE_FIRST : after;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(PAGE)) {
            query.setObject(1, rebuild);
            query.setObject(2, begin.subject());
            query.setString(3, begin.kind().name());
            query.setInt(4, most);
            List<Difference> differences = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    differences.add(new Difference(row.getObject(1, UUID.class), Kind.valueOf(row.getString(2))));
                }
            }
            return differences;
        } catch (SQLException e) {
            throw new IllegalStateException("The differences cannot be read", e);
        }
    }
}
