package dev.plumbline.kit.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service starts on the schema that a later version has made, and on no other that it does not know. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class MigrationsTest {
    @Inject
    Flyway flyway;

    @Inject
    DataSource database;

    private void migrated(String version) throws SQLException {
        execute("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success) values (1000, '" + version
                + "', 'of another version', 'SQL',"
                + " 'V" + version + "__other.sql', 1, 'test', 1, true)");
    }

    @AfterEach
    void forget() throws SQLException {
        execute("delete from flyway_schema_history where installed_rank = 1000");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void starts_on_the_schema_of_a_later_version() throws SQLException {
        migrated("1000");
        flyway.validate();
    }

    @Test
    void refuses_a_schema_that_is_no_later_one_of_its_own() throws SQLException {
        migrated("0.5");
        assertThatThrownBy(flyway::validate)
                .isInstanceOf(FlywayValidateException.class)
                .hasMessageContaining("not resolved locally: 0.5");
    }
}
