package dev.plumbline.kit.outbox;

import dev.plumbline.kit.outbox.DerivedEvents.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The relay's view of the events that are kept after they were published, over the connection that holds its advisory
 * lock: who moves events here and who writes them to their topic again is one thread.
 */
final class PublishedEvents {
    private static final Logger LOG = Logger.getLogger(PublishedEvents.class);

    private static final String OPEN = """
            select id, topic, done_to, up_to from republication
            where finished_at is null and requested_at <= now() - ? * interval '1 millisecond'
                and (retry_at is null or retry_at <= now())
            order by requested_at limit 1""";
    /** What is published from now on is on the new topic anyhow; what was before, is kept by now. */
    private static final String BEGIN = """
            update republication set up_to = (select coalesce(max(p.id), 0) from published_event p
                where p.topic = republication.topic) where id = ? returning up_to""";

    private static final String NEXT = """
            select id, topic, record_key, headers, payload from published_event
            where topic = ? and id > ? and id <= ? order by id limit ?""";
    private static final String PROGRESS = """
            update republication set done_to = ?, published = published + ?,
                failure = null, failures = 0, retry_at = null where id = ?""";
    /** A piece without an event is no sign that what failed behind it goes by now. */
    private static final String PROGRESS_BY_KEY = """
            update republication set done_key = ?, done_to = ?, published = published + done.events,
                failure = case when done.events = 0 then failure end,
                failures = case when done.events = 0 then failures else 0 end,
                retry_at = case when done.events = 0 then retry_at end
            from (select ?::bigint as events) as done where id = ?""";
    /** One that was cancelled meanwhile has its end, and so has no next try either. */
    private static final String FINISH = "update republication set finished_at = now(), failure = null, retry_at = null"
            + " where id = ? and finished_at is null";
    /** From a second on, each time twice as long, to five minutes: what holds up one topic is to hold up no other. */
    private static final String FAIL = """
            update republication set failure = left(?, 500), failures = failures + 1,
                retry_at = now() + least(interval '5 minutes', interval '1 second' * 2 ^ least(failures, 10))
            where id = ? and finished_at is null""";

    /** How many of the next rows have so many bytes together at the most. */
    private static final String FITTING = """
            select count(*) from (select sum(%s) over (order by id) as total
                from (select id, headers, payload from published_event
                    where topic = ? and id > ? and id <= ? order by id limit ?) as next) as sized
            where total <= ?""".formatted(OutboxTable.BYTES);

    private static final int ALIVE_WITHIN_SECONDS = 1;

    private final Connection connection;
    private final Duration delay;
    private final int mostBytes;
    private final MergedEvents merged;

    /**
     * @param delay from the request to the begin
     * @param mostBytes of a chunk of several events, or of what they are made again of
     * @param merged where topics are written again of which not all is kept
     */
    PublishedEvents(Connection connection, Duration delay, int mostBytes, MergedEvents merged) {
        this.connection = connection;
        this.delay = delay;
        this.mostBytes = mostBytes;
        this.merged = merged;
    }

    /** An event that is to be published once more; its key is left out where a topic is written in the order of ids. */
    record Placed(Position position, ProducerRecord<byte[], byte[]> message) implements Comparable<Placed> {
        @Override
        public int compareTo(Placed other) {
            return position.compareTo(other.position);
        }
    }

    /**
     * Some events that are to be published once more.
     *
     * @param republication whose they are
     * @param events in their order; there may be none, and more in the next chunk
     * @param end how far it is with them
     * @param isLast whether none are left then
     */
    record Chunk(UUID republication, List<Placed> events, Position end, boolean isLast) {
        List<ProducerRecord<byte[], byte[]>> messages() {
            return events.stream().map(Placed::message).toList();
        }
    }

    /** The next of them; null where nothing is to be published again. */
    @Nullable Chunk next(int most) throws SQLException {
        try (PreparedStatement open = connection.prepareStatement(OPEN)) {
            open.setLong(1, delay.toMillis());
            try (ResultSet row = open.executeQuery()) {
                return row.next() ? nextOf(row, most) : null;
            }
        }
    }

    /** What cannot be read is no more than what cannot be written to hold up anything else. */
    private @Nullable Chunk nextOf(ResultSet republication, int most) throws SQLException {
        UUID id = republication.getObject(1, UUID.class);
        try {
            return next(republication, most);
        } catch (SQLException e) {
            // Without the connection nothing can be done, and it is what the relay's lock hangs on.
            if (!connection.isValid(ALIVE_WITHIN_SECONDS)) {
                throw e;
            }
            leaveAlone(id, e);
            return null;
        } catch (RuntimeException e) {
            leaveAlone(id, e);
            return null;
        }
    }

    private void leaveAlone(UUID republication, Exception failure) throws SQLException {
        LOG.errorf(failure, "The republication %s cannot be read now, trying again later", republication);
        failed(republication, "What is kept cannot be read: " + failure);
    }

    private Chunk next(ResultSet republication, int most) throws SQLException {
        UUID id = republication.getObject(1, UUID.class);
        String topic = republication.getString(2);
        if (merged.has(topic)) {
            return merged.next(id, topic, most, mostBytes);
        }
        long doneTo = republication.getLong(3);
        Long upTo = republication.getObject(4, Long.class);
        long end = upTo == null ? begin(id) : upTo;
        int fitting = fitting(topic, doneTo, end, most);
        List<Placed> events = read(topic, doneTo, end, fitting);
        return new Chunk(
                id,
                events,
                events.isEmpty() ? new Position("", doneTo) : events.getLast().position(),
                events.size() < fitting);
    }

    private long begin(UUID id) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setObject(1, id);
            try (ResultSet row = begin.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** As many as have not too many bytes, and one at least. */
    private int fitting(String topic, long doneTo, long upTo, int most) throws SQLException {
        try (PreparedStatement fitting = connection.prepareStatement(FITTING)) {
            fitting.setString(1, topic);
            fitting.setLong(2, doneTo);
            fitting.setLong(3, upTo);
            fitting.setInt(4, most);
            fitting.setInt(5, mostBytes);
            try (ResultSet row = fitting.executeQuery()) {
                row.next();
                return Math.max(1, row.getInt(1));
            }
        }
    }

    private List<Placed> read(String topic, long doneTo, long upTo, int most) throws SQLException {
        List<Placed> events = new ArrayList<>();
        try (PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setString(1, topic);
            next.setLong(2, doneTo);
            next.setLong(3, upTo);
            next.setInt(4, most);
            try (ResultSet row = next.executeQuery()) {
                while (row.next()) {
                    events.add(new Placed(new Position("", row.getLong(1)), OutboxTable.message(row)));
                }
            }
        }
        return events;
    }

    /** So many of a chunk, from its first on, are on the topic. What is done is said to be finished. */
    void published(Chunk chunk, int count) throws SQLException {
        boolean isWhole = count == chunk.events().size();
        if (isWhole || count > 0) {
            Position done =
                    isWhole ? chunk.end() : chunk.events().get(count - 1).position();
            if (done.key().isEmpty()) {
                update(PROGRESS, done.place(), count, chunk.republication());
            } else {
                update(PROGRESS_BY_KEY, done.key(), done.place(), count, chunk.republication());
            }
        }
        if (isWhole && chunk.isLast()) {
            update(FINISH, chunk.republication());
        }
    }

    /** One cannot go on: it is left alone for a while. */
    void failed(UUID republication, String reason) throws SQLException {
        update(FAIL, reason, republication);
    }

    private void update(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                update.setObject(i + 1, arguments[i]);
            }
            update.executeUpdate();
        }
    }
}
