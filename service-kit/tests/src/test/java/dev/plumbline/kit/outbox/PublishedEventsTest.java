package dev.plumbline.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.outbox.Republication.Status;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A republication that fails, over the connection that the relay has for everything. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class PublishedEventsTest {
    private static final int MOST = 10;
    private static final int MOST_BYTES = 1 << 20;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Outbox outbox;

    @Inject
    Republications republications;

    private PublishedEvents relay(Connection connection) {
        return new PublishedEvents(
                connection, Duration.ZERO, MOST_BYTES, new MergedEvents(connection, Map.of(), outbox::row));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void what_the_database_refuses_to_read_is_said_and_left_alone() throws SQLException {
        UUID asked = republications.request("refused.v1").id();
        try (Connection connection = dataSource.getConnection();
                Connection other = dataSource.getConnection()) {
            // Before what other tests have asked for, and too late for the application's own relay, which waits longer.
            execute(
                    connection,
                    "update republication set requested_at = now() - interval '9 minutes' where id = '" + asked + "'");
            other.setAutoCommit(false);
            try {
                execute(other, "lock table published_event in access exclusive mode");
                execute(connection, "set lock_timeout = '100ms'");

                assertThat(relay(connection).next(MOST)).isNull();
            } finally {
                other.rollback();
                other.setAutoCommit(true);
                execute(connection, "reset lock_timeout");
            }
        }
        Republication failed = republications.find(asked);
        republications.cancel(asked, "olga");
        assertThat(failed.status()).isEqualTo(Status.RUNNING);
        assertThat(failed.failure()).contains("lock timeout");
        assertThat(failed.nextTryAt()).isNotNull();
    }

    @Test
    void one_that_was_cancelled_meanwhile_fails_no_more() throws SQLException {
        UUID asked = republications.request("cancelled.v1").id();
        republications.cancel(asked, "olga");
        try (Connection connection = dataSource.getConnection()) {
            relay(connection).failed(asked, "the broker is away");
        }
        Republication cancelled = republications.find(asked);
        assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
        assertThat(cancelled.failure()).isNull();
        assertThat(cancelled.nextTryAt()).isNull();
    }
}
