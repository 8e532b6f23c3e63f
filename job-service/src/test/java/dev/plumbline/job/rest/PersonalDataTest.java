package dev.plumbline.job.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobEvents;
import dev.plumbline.job.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A person is in one table, and nowhere once erased: not in answers kept for repetitions, not in what waits to be sent. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class PersonalDataTest {
    @Inject
    AgroalDataSource database;

    private List<String> tablesThatHold(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet all = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
                while (all.next()) {
                    tables.add(all.getString("TABLE_NAME"));
                }
            }
            for (String table : tables) {
                String count = "select count(*) from " + table + " t where t::text like '%" + text + "%'";
                try (ResultSet rows = connection.createStatement().executeQuery(count)) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    @Test
    void a_person_is_kept_in_one_table_and_erased_for_good() throws SQLException {
        String name = "Zebulon-" + UUID.randomUUID();
        UUID job = Stage.published();
        var request = Stage.application("ats-person");
        request.withObject("/candidate").put("name", name);
        UUID application = Stage.id(Stage.as("integration")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(request)
                .post("/v1/jobs/{id}/applications", job)
                .then()
                .statusCode(201));
        assertThat(tablesThatHold(name)).containsExactly("candidate");
        Stage.recruiter()
                .delete("/v1/applications/{id}/candidate", application)
                .then()
                .statusCode(204);
        assertThat(tablesThatHold(name)).isEmpty();
        assertThat(JobEvents.ofApplication(application, 3))
                .allSatisfy(event -> assertThat(event.toString()).doesNotContain(name));
    }
}
