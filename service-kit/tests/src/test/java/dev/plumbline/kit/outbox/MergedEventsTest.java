package dev.plumbline.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.outbox.DerivedEvents.Derived;
import dev.plumbline.kit.outbox.DerivedEvents.Page;
import dev.plumbline.kit.outbox.DerivedEvents.Position;
import dev.plumbline.kit.outbox.DerivedEvents.Reading;
import dev.plumbline.kit.outbox.PublishedEvents.Chunk;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept events and events that are made again, in whatever portions and with whatever interruptions. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class MergedEventsTest {
    private static final String TOPIC = "merged.v1";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final int MOST_BYTES = 1 << 20;
    private static final Instant TIME = Instant.parse("2026-11-24T10:00:00Z");

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Outbox outbox;

    private final TreeMap<Position, OutboxEvent> made = new TreeMap<>();
    private final TreeMap<Position, String> all = new TreeMap<>();

    /** Every look may also be at something that gives no event. */
    private final class Again implements DerivedEvents {
        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public Reading behind(Position position) {
            List<Map.Entry<Position, OutboxEvent>> left =
                    new ArrayList<>(made.tailMap(position, false).entrySet());
            return (most, mostBytes) -> {
                List<Map.Entry<Position, OutboxEvent>> next = left.subList(0, Math.min(most, left.size()));
                List<Derived> events = next.stream()
                        .filter(one -> !one.getValue().type().equals("nothing"))
                        .map(one -> new Derived(one.getValue(), one.getKey().place()))
                        .toList();
                Position upTo = next.size() < most ? null : next.getLast().getKey();
                next.clear();
                return new Page(events, upTo);
            };
        }
    }

    private void add(Connection connection, Position position, Random random) throws SQLException {
        String type = random.nextInt(4) == 0 ? "nothing" : "thing.reckoned";
        OutboxEvent event = new OutboxEvent(
                TOPIC,
                position.key(),
                type,
                Map.of("place", position.place()),
                new UUID(1, position.place()),
                TIME,
                TRACE);
        if (random.nextBoolean()) {
            made.put(position, event);
            if (type.equals("nothing")) {
                return;
            }
        } else {
            keep(connection, position, outbox.row(event));
        }
        all.put(position, new String(outbox.row(event).payload(), UTF_8));
    }

    private static void keep(Connection connection, Position position, OutboxRow row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into published_event"
                + " (id, topic, record_key, headers, payload, written_at) values (?, ?, ?, ?, ?, now())")) {
            insert.setLong(1, position.place());
            insert.setString(2, TOPIC);
            insert.setBytes(3, row.key());
            insert.setString(4, row.headers());
            insert.setBytes(5, row.payload());
            insert.executeUpdate();
        }
    }

    private static UUID begin(Connection connection) throws SQLException {
        UUID id = UUID.randomUUID();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into republication (id, topic) values (?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, TOPIC);
            insert.executeUpdate();
        }
        return id;
    }

    private PublishedEvents relay(Connection connection) {
        return new PublishedEvents(connection, Duration.ZERO, MOST_BYTES, merged(connection));
    }

    private MergedEvents merged(Connection connection) {
        return new MergedEvents(connection, Map.of(TOPIC, new Again()), outbox::row);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void each_comes_once_and_those_of_a_key_in_their_order(int most) throws SQLException {
        Random random = new Random(most);
        // Not committed: the relay of the application has nothing to do with it.
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            for (int place = 1; place <= 120; place++) {
                String key = List.of("a", "aa", "b", "\u00e9", "z").get(random.nextInt(5));
                add(connection, new Position(key, place), random);
            }
            UUID id = begin(connection);
            MergedEvents merged = merged(connection);
            List<String> sent = new ArrayList<>();
            boolean isDone = false;
            while (!isDone) {
                Chunk chunk = merged.next(id, TOPIC, most, MOST_BYTES);
                // Now and then only some are acknowledged, and another relay goes on.
                boolean isBroken = random.nextInt(3) == 0;
                int count = isBroken
                        ? random.nextInt(chunk.events().size() + 1)
                        : chunk.events().size();
                relay(connection).published(chunk, count);
                chunk.messages().subList(0, count).forEach(message -> sent.add(new String(message.value(), UTF_8)));
                isDone = chunk.isLast() && count == chunk.events().size();
                merged = isBroken ? merged(connection) : merged;
            }
            connection.rollback();

            assertThat(all).hasSizeGreaterThan(80);
            assertThat(sent).containsExactlyElementsOf(all.values());
        }
    }

    /** As the history does while the database is away for a moment; the same relay goes on afterwards. */
    @Test
    void what_a_failure_has_read_is_read_again() throws SQLException {
        Random random = new Random(5);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            for (int place = 1; place <= 60; place++) {
                add(connection, new Position("a", place), random);
            }
            UUID id = begin(connection);
            AtomicInteger tries = new AtomicInteger();
            MergedEvents merged = new MergedEvents(connection, Map.of(TOPIC, new Again()), event -> {
                if (tries.incrementAndGet() % 10 == 0) {
                    throw new IllegalStateException("cannot be made now");
                }
                return outbox.row(event);
            });
            List<String> sent = new ArrayList<>();
            int failures = 0;
            boolean isDone = false;
            while (!isDone) {
                try {
                    Chunk chunk = merged.next(id, TOPIC, 7, MOST_BYTES);
                    relay(connection).published(chunk, chunk.events().size());
                    chunk.messages().forEach(message -> sent.add(new String(message.value(), UTF_8)));
                    isDone = chunk.isLast();
                } catch (IllegalStateException e) {
                    failures++;
                }
            }
            connection.rollback();

            assertThat(failures).isPositive();
            assertThat(sent).containsExactlyElementsOf(all.values());
        }
    }

    @Test
    void keys_stand_in_the_order_of_their_bytes_and_places_within_them() {
        assertThat(List.of(
                        Position.BEGINNING,
                        new Position("a", 0),
                        new Position("a", 5),
                        new Position("aa", 1),
                        new Position("b", 1),
                        new Position("\uffff", 1),
                        new Position("\ud83d\ude00", 1)))
                .isSorted();
    }
}
