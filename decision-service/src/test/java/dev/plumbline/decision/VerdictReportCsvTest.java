package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class VerdictReportCsvTest {
    private static final String REPORT = "/v1/reports/verdicts";
    private static final String CSV = "text/csv";
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    private final UUID job = Ids.next();
    private final AgroalDataSource dataSource;

    VerdictReportCsvTest(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Test
    void has_the_whole_report_a_line_for_each_person() throws SQLException {
        for (String person : List.of("ana", "=ana,\"1\"")) {
            UUID application = Ids.next();
            insert("insert into application (id, job_id, facts) values (?, ?, '')", application, job);
            insert("insert into explanation_seen values (?, 3, ?, ?)", application, person, before(1500));
            insert(
                    "insert into verdict values (?, 1, 'HOLD', 3, '', false, ?, ?, null)",
                    application,
                    person,
                    before(0));
        }

        Response csv = Api.as("auditor").accept(CSV).get(REPORT + "?jobId=" + job);

        csv.then()
                .statusCode(200)
                .contentType(startsWith(CSV))
                .header("Plumbline-Withheld", equalTo("0"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Content-Disposition", equalTo("attachment; filename=\"verdicts.csv\""));
        assertThat(csv.asString())
                .isEqualTo("person,verdicts,replaced,agreed,compared,rate,few,hireOnReject,hireOnPending,"
                        + "rejectOnAdvance,hireOnDiscuss,rejectOnDiscuss,rejectOnPending,holds,onUnknown,looks,"
                        + "withoutLook,medianMillis,tenthPercentileMillis,ninetiethPercentileMillis\r\n"
                        + "\"'=ana,\"\"1\"\"\",1,0,0,0,,true,0,0,0,0,0,0,1,0,1,0,1500,,\r\n"
                        + "ana,1,0,0,0,,true,0,0,0,0,0,0,1,0,1,0,1500,,\r\n");
    }

    @Test
    void is_for_who_asks_for_it_and_may_read_the_report() {
        Api.as("auditor").accept("*/*").get(REPORT).then().statusCode(200).contentType("application/json");
        Api.as("auditor").accept("application/pdf").get(REPORT).then().statusCode(406);
        Api.as("hiring-manager").accept(CSV).get(REPORT).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=5", "cursor=YW5h", "from=yesterday"})
    void what_is_for_pages_or_wrong_is_a_problem(String query) {
        Api.as("auditor")
                .accept(CSV)
                .get(REPORT + "?" + query)
                .then()
                .statusCode(422)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/problems/invalid-parameter"));
    }

    private static Timestamp before(long millis) {
        return Timestamp.from(BEGIN.minusMillis(millis));
    }

    private void insert(String sql, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }
}
