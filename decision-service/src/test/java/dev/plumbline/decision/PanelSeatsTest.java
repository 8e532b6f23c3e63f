package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.TestKafka;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who owes a rating is put down as the facts say: with each fact, and by the migration for those that were there before. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class PanelSeatsTest {
    private static final String MIGRATION = "/db/migration/V4__panel_seats.sql";
    private static final String ODD = "q \"1\" \\ \u00e4\ud83d\ude00";

    private final UUID job = Ids.next();
    private final UUID first = Ids.next();
    private final UUID second = Ids.next();
    private final AgroalDataSource dataSource;

    PanelSeatsTest(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @BeforeEach
    void panels_of_every_kind() {
        Published.publishJob(job, Rubrics.CLINIC);
        Published.send(Published.submitted(first, job, 1), Published.submitted(second, job, 1));
        Published.send(
                Published.panel(first, "billing", 1, "ana", "ben", "mia"),
                Published.panel(first, "other", 1, "ana", "zoe"),
                Published.rated(first, "billing", "ana", 1, 4),
                Published.rated(first, "billing", "ben", 1, "null"),
                retracted("interview.question-rated.v1", first, "\"question\": \"other\", \"rater\": \"zoe\"", 1),
                // Asked no more, and seated by a panel that is taken back.
                Published.panel(second, "billing", 1, "ana", "ben"),
                Published.panel(second, "billing", 2, "ben"),
                Published.panel(second, "other", 1, "zoe"),
                retracted("interview.panel-assigned.v1", second, "\"question\": \"other\"", 2),
                Published.panel(second, quoted(ODD), 1, quoted(ODD)),
                Published.screened(second, 1, "work-authorization", true));
        awaitFacts();
    }

    @Test
    void are_those_who_have_not_answered() throws SQLException {
        assertThat(seats())
                .containsExactlyInAnyOrder(
                        first + " ana", first + " mia", first + " zoe", second + " ben", second + " " + ODD);

        Published.send(
                Published.rated(first, "other", "ana", 1, 2),
                Published.rated(first, "billing", "mia", 1, 2),
                Published.rated(second, "billing", "ben", 1, 2));
        awaitFacts();

        assertThat(seats()).containsExactlyInAnyOrder(first + " zoe", second + " " + ODD);
    }

    @Test
    void are_told_alike_by_the_migration_s_reading_of_the_facts() throws SQLException {
        Set<String> kept = seats();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("delete from panel_seat");
                statement.execute(reading());
                assertThat(seats(connection)).isEqualTo(kept).hasSize(5);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    @Test
    void that_are_missing_are_there_again_with_the_next_rating() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from panel_seat where application_id = ?")) {
            delete.setObject(1, first);
            delete.executeUpdate();
        }

        Published.send(Published.rated(first, "billing", "mia", 1, 2));
        awaitFacts();

        assertThat(seats()).contains(first + " ana", first + " zoe").doesNotContain(first + " mia");
    }

    private static void awaitFacts() {
        TestKafka.awaitNoLag("decision-service-facts", Published.APPLICATIONS);
        TestKafka.awaitNoLag("decision-service-facts", Published.INTERVIEWS);
    }

    private static org.apache.kafka.clients.producer.ProducerRecord<String, byte[]> retracted(
            String type, UUID application, String identity, long revision) {
        return TestKafka.event(
                Published.INTERVIEWS,
                application.toString(),
                "dev.plumbline." + type,
                "/plumbline/interview-service",
                Ids.next().toString(),
                "{\"applicationId\": \"%s\", %s, \"revision\": %d, \"retracted\": true}"
                        .formatted(application, identity, revision));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** The statement of the migration that reads the facts. */
    private static String reading() {
        try (InputStream migration = Objects.requireNonNull(PanelSeatsTest.class.getResourceAsStream(MIGRATION))) {
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            return sql.substring(sql.indexOf("insert into panel_seat"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> seats() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return seats(connection);
        }
    }

    private Set<String> seats(Connection connection) throws SQLException {
        Set<String> seats = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select application_id, person from panel_seat where application_id in (?, ?)")) {
            select.setObject(1, first);
            select.setObject(2, second);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    seats.add(row.getString(1) + " " + row.getString(2));
                }
            }
        }
        return seats;
    }
}
