package dev.plumbline.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class OutboxTableTest {
    @Inject
    AgroalDataSource dataSource;

    @Test
    void an_empty_outbox_is_not_planned_to_be_read_whole_for_ever() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze outbox");
            OutboxTable table = new OutboxTable(connection);
            String before = plan(connection);
            table.followIndex();
            String active = plan(connection);
            table.forgetIndex();

            assertThat(active).contains("Index Scan using outbox_pkey");
            assertThat(plan(connection)).isEqualTo(before);
        }
    }

    private static String plan(Connection connection) throws SQLException {
        try (PreparedStatement explain = connection.prepareStatement("explain (costs off) " + OutboxTable.OLDEST)) {
            explain.setInt(1, 2000);
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
