package dev.plumbline.decision.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lists go on where they stopped, also by the plan that is made once for all values: by the index, not by a filter. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
public class ListPlansTest {
    @Inject
    AgroalDataSource dataSource;

    @Test
    void a_jobs_applications_are_found_by_their_index() throws SQLException {
        for (String query : List.of(ApplicationRows.OF_JOB_ALL, ApplicationRows.OF_JOB_WAITING)) {
            assertThat(conditions(dataSource, query)).anyMatch(condition -> condition.contains("(id > "));
        }
    }

    /** The conditions that the plan made for all values looks rows up by. */
    public static List<String> conditions(AgroalDataSource dataSource, String query) throws SQLException {
        String numbered = query;
        for (int i = 1; numbered.indexOf('?') >= 0; i++) {
            numbered = numbered.replaceFirst("\\?", "\\$" + i);
        }
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                // A table with few rows is read whole, whatever the query.
                statement.execute("set local enable_seqscan = off");
                statement.execute("set local enable_bitmapscan = off");
                List<String> lines = new ArrayList<>();
                try (ResultSet row = statement.executeQuery("explain (generic_plan) " + numbered)) {
                    while (row.next()) {
                        lines.add(row.getString(1));
                    }
                }
                return lines.stream()
                        .filter(line -> line.contains("Index Cond"))
                        .collect(Collectors.toList());
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
