package dev.plumbline.kit.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What waits in the outbox to be published. Read from the database when it is asked for: the same on every instance. */
@ApplicationScoped
public class OutboxBacklog {
    private static final String BY_TOPIC = "select topic, count(*), extract(epoch from now() - min(created_at))"
            + " from outbox group by topic order by topic";

    private final AgroalDataSource dataSource;

    OutboxBacklog(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What waits for one topic.
     *
     * @param rows at least 1
     * @param oldestSeconds how long the oldest of them has waited
     */
    public record Waiting(String topic, long rows, double oldestSeconds) {}

    /** What waits for each topic, in alphabetical order; those that nothing waits for are left out. */
    public List<Waiting> byTopic() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(BY_TOPIC)) {
            List<Waiting> waiting = new ArrayList<>();
            while (rs.next()) {
                waiting.add(new Waiting(rs.getString(1), rs.getLong(2), rs.getDouble(3)));
            }
            return waiting;
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox cannot be read", e);
        }
    }

    /** How many rows wait. */
    public static long depth(List<Waiting> waiting) {
        return waiting.stream().mapToLong(Waiting::rows).sum();
    }

    /** How long the oldest row has waited, in seconds; 0 where none waits. */
    public static double age(List<Waiting> waiting) {
        return waiting.stream().mapToDouble(Waiting::oldestSeconds).max().orElse(0);
    }
}
