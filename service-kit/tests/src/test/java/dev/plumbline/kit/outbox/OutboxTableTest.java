package dev.plumbline.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class OutboxTableTest {
    private static final Duration SILENCE = Duration.ofMillis(300);

    @Inject
    AgroalDataSource dataSource;

    @Test
    void an_empty_outbox_is_not_planned_to_be_read_whole_for_ever() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze outbox");
            OutboxTable table = new OutboxTable(connection, message -> false);
            String before = plan(connection);
            table.followIndex();
            String active = plan(connection);
            table.forgetIndex();

            assertThat(active).contains("Index Scan using outbox_pkey");
            assertThat(plan(connection)).isEqualTo(before);
        }
    }

    @Test
    void only_one_relay_is_active_and_a_silent_one_loses_its_place() throws SQLException {
        // A lock is its database's: in this one no relay of the application competes.
        UnaryOperator<String> elsewhere = url -> url.replaceFirst("/[^/?]+(\\?|$)", "/postgres$1");
        try (Connection silent = connect(elsewhere);
                Connection other = connect(elsewhere)) {
            assertThat(new OutboxTable(silent, message -> false).tryBecomeActive(SILENCE))
                    .isTrue();
            OutboxTable table = new OutboxTable(other, message -> false);
            assertThat(table.tryBecomeActive(SILENCE)).isFalse();

            await().until(() -> table.tryBecomeActive(Duration.ofMinutes(1)));
            assertThat(silent.isValid(1)).isFalse();
            table.standDown();
            assertThat(setting(other, "idle_session_timeout")).isEqualTo("0");
        }
    }

    @Test
    void the_oldest_come_in_the_order_of_their_ids_wherever_they_lie() throws SQLException {
        try (Connection connection = connect(UnaryOperator.identity());
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table outbox (like public.outbox including all)");
            statement.execute("insert into outbox (topic, headers) select 't', '[]' from generate_series(1, 50)");
            statement.execute("delete from outbox where id <= 25");
            // What comes next lies where the first rows have been.
            statement.execute("vacuum outbox");
            statement.execute("insert into outbox (topic, headers) select 't', '[]' from generate_series(1, 25)");

            OutboxTable table = new OutboxTable(connection, message -> false);
            table.followIndex();
            assertThat(table.oldest(100, 1_000_000).stream().map(OutboxTable.Pending::id))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(26, 75).boxed().toList());
        }
    }

    @Test
    void rows_are_read_up_to_some_bytes_and_one_at_least() throws SQLException {
        try (Connection connection = connect(UnaryOperator.identity());
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table outbox (like public.outbox including all)");
            statement.execute("insert into outbox (topic, headers, payload)"
                    + " select 't', '[]', decode(repeat('00', 998), 'hex') from generate_series(1, 10)");
            OutboxTable table = new OutboxTable(connection, message -> false);
            table.followIndex();

            assertThat(table.oldest(100, 1)).hasSize(1);
            assertThat(table.oldest(100, 1000)).hasSize(1);
            assertThat(table.oldest(100, 1001)).hasSize(2);
            assertThat(table.oldest(3, 1_000_000)).hasSize(3);
            assertThat(table.oldest(100, 1_000_000).stream().map(OutboxTable.Pending::id))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 10).boxed().toList());
        }
    }

    @Test
    void events_are_published_again_in_chunks_of_some_bytes() throws SQLException {
        try (Connection connection = connect(UnaryOperator.identity());
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table published_event (like public.published_event including all)");
            statement.execute("create temporary table republication (like public.republication including all)");
            statement.execute("insert into published_event (id, topic, headers, payload, written_at)"
                    + " select n, 't', '[]', decode(repeat('00', case n when 4 then 9998 else 998 end), 'hex'), now()"
                    + " from generate_series(1, 7) as n");
            statement.execute("insert into republication (id, topic) values (gen_random_uuid(), 't')");
            PublishedEvents events = events(connection);

            List<List<Long>> chunks = new ArrayList<>();
            for (PublishedEvents.Chunk chunk = events.next(3); chunk != null; chunk = events.next(3)) {
                if (!chunk.events().isEmpty()) {
                    chunks.add(ids(chunk));
                }
                events.published(chunk, chunk.events().size());
            }
            // The fourth is larger than a chunk is to be, and goes alone.
            assertThat(chunks).containsExactly(List.of(1L, 2L), List.of(3L), List.of(4L), List.of(5L, 6L), List.of(7L));
            assertThat(events.next(3)).isNull();
        }
    }

    @Test
    void what_is_kept_and_cannot_be_read_is_left_alone_for_a_while_and_another_topic_is_next() throws SQLException {
        try (Connection connection = connect(UnaryOperator.identity());
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table published_event (like public.published_event including all)");
            statement.execute("create temporary table republication (like public.republication including all)");
            statement.execute("insert into published_event (id, topic, headers, written_at)"
                    + " values (1, 'broken', 'no headers', now()), (2, 'sound', '[]', now())");
            statement.execute("insert into republication (id, topic, requested_at) values"
                    + " (gen_random_uuid(), 'broken', now() - interval '2 hours'),"
                    + " (gen_random_uuid(), 'sound', now() - interval '1 hour')");
            PublishedEvents events = events(connection);

            assertThat(events.next(3)).isNull();
            PublishedEvents.Chunk next = events.next(3);
            assertThat(next).isNotNull();
            assertThat(ids(next)).containsExactly(2L);
        }
    }

    /** Where all of a topic is kept. */
    private static PublishedEvents events(Connection connection) {
        return new PublishedEvents(connection, Duration.ZERO, 2000, new MergedEvents(connection, Map.of(), event -> {
            throw new AssertionError("nothing is made again");
        }));
    }

    private static List<Long> ids(PublishedEvents.Chunk chunk) {
        return chunk.events().stream().map(placed -> placed.position().place()).toList();
    }

    private static Connection connect(UnaryOperator<String> where) throws SQLException {
        return DriverManager.getConnection(
                where.apply(setting("quarkus.datasource.jdbc.url")),
                setting("quarkus.datasource.username"),
                setting("quarkus.datasource.password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String plan(Connection connection) throws SQLException {
        try (PreparedStatement explain = connection.prepareStatement("explain (costs off) " + OutboxTable.OLDEST)) {
            explain.setInt(1, 2000);
            explain.setInt(2, 1_000_000);
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
