package dev.plumbline.decision.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Lists go on where they stopped, also by the plan that is made once for all values: by the index, not by a filter. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
public class ListPlansTest {
    @Test
    void a_jobs_applications_are_found_by_their_index() throws SQLException {
        for (String query : List.of(ApplicationRows.OF_JOB_ALL, ApplicationRows.OF_JOB_WAITING)) {
            assertThat(conditions(query)).anyMatch(condition -> condition.contains("(id > "));
        }
    }

    @Test
    void all_applications_are_found_by_their_index() throws SQLException {
        assertThat(conditions(ApplicationRows.AFTER)).anyMatch(condition -> condition.contains("(id > "));
    }

    @Test
    void the_history_is_gone_through_by_its_key() throws SQLException {
        assertThat(conditions(PublishedHistoryRows.BEHIND))
                .anyMatch(condition -> condition.contains("ROW(application_id, number) > "));
    }

    /** The conditions that the plan made for all values looks rows up by. */
    public static List<String> conditions(String query) throws SQLException {
        String numbered = query;
        for (int i = 1; numbered.indexOf('?') >= 0; i++) {
            numbered = numbered.replaceFirst("\\?", "\\$" + i);
        }
        Config config = ConfigProvider.getConfig();
        String url = config.getValue("quarkus.datasource.jdbc.url", String.class);
        Properties properties = new Properties();
        properties.setProperty("user", config.getValue("quarkus.datasource.username", String.class));
        properties.setProperty("password", config.getValue("quarkus.datasource.password", String.class));
        // As text: the other protocol wants values for the parameters, which a plan for all of them does without.
        properties.setProperty("preferQueryMode", "simple");
        try (Connection connection = DriverManager.getConnection(url, properties);
                Statement statement = connection.createStatement()) {
            // A table with few rows is read whole, whatever the query.
            statement.execute("set enable_seqscan = off");
            statement.execute("set enable_bitmapscan = off");
            List<String> lines = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("explain (generic_plan) " + numbered)) {
                while (row.next()) {
                    lines.add(row.getString(1));
                }
            }
            return lines.stream().filter(line -> line.contains("Index Cond")).toList();
        }
    }
}
