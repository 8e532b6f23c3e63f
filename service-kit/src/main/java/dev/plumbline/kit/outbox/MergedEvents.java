package dev.plumbline.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.kit.outbox.DerivedEvents.Page;
import dev.plumbline.kit.outbox.DerivedEvents.Position;
import dev.plumbline.kit.outbox.DerivedEvents.Reading;
import dev.plumbline.kit.outbox.PublishedEvents.Chunk;
import dev.plumbline.kit.outbox.PublishedEvents.Placed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The events of a topic of which some are kept and others are made again, key by key, those of each key in the order in
 * which they were published. Every key is read to its present end, not to where it was when this began: what has been
 * published meanwhile comes once more, and so the last event of a key is the last one on the topic too.
 */
final class MergedEvents {
    private static final String DONE = "select done_key, done_to from republication where id = ?";
    private static final String KEPT = """
            select id, topic, record_key, headers, payload from published_event
            where topic = ? and (record_key, id) > (?, ?) and (record_key, id) <= (?, ?)
            order by record_key, id limit ?""";
    /** Behind every key: no text in UTF-8 begins so. */
    private static final byte[] BEHIND_ALL = {(byte) 0xff};

    private final Connection connection;
    private final Map<String, DerivedEvents> derived;
    private final Function<OutboxEvent, OutboxRow> row;
    private @Nullable Underway underway;

    /** @param row makes the record of an event that has an id and a trace */
    MergedEvents(Connection connection, Map<String, DerivedEvents> derived, Function<OutboxEvent, OutboxRow> row) {
        this.connection = connection;
        this.derived = derived;
        this.row = row;
    }

    /** A reading that stands at this position of this republication. */
    private record Underway(UUID republication, Position at, Reading reading) {}

    boolean has(String topic) {
        return derived.containsKey(topic);
    }

    /** @param mostBytes of what the events are made again of, see {@link Reading#next} */
    Chunk next(UUID republication, String topic, int most, int mostBytes) throws SQLException {
        // Whatever fails below has moved the reading on, and nothing says how far: it is begun anew then.
        Underway before = underway;
        underway = null;
        Position done = done(republication);
        Reading reading = reading(republication, topic, done, before);
        // The history first: an event that is published between the two reads is one that is kept, or comes behind
        // them.
        Page page = reading.next(most, mostBytes);
        List<Placed> kept = kept(topic, done, page.upTo(), most);
        boolean isCut = kept.size() == most;
        Position end = isCut ? kept.getLast().position() : page.upTo();
        List<Placed> events = new ArrayList<>(kept);
        for (DerivedEvents.Derived one : page.events()) {
            Position position = new Position(one.event().key(), one.place());
            if (end == null || position.compareTo(end) <= 0) {
                events.add(new Placed(position, message(row.apply(one.event()))));
            }
        }
        events.sort(null);
        if (end == null) {
            return new Chunk(
                    republication,
                    events,
                    events.isEmpty() ? done : events.getLast().position(),
                    true);
        }
        // What was read behind the cut is read again: more events that are kept than others are rare.
        underway = isCut ? null : new Underway(republication, end, reading);
        return new Chunk(republication, events, end, false);
    }

    private Reading reading(UUID republication, String topic, Position done, @Nullable Underway before) {
        if (before != null
                && before.republication().equals(republication)
                && before.at().equals(done)) {
            return before.reading();
        }
        DerivedEvents events = derived.get(topic);
        if (events == null) {
            throw new IllegalStateException("No events of this topic are made again: " + topic);
        }
        return events.behind(done);
    }

    private Position done(UUID republication) throws SQLException {
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            done.setObject(1, republication);
            try (ResultSet found = done.executeQuery()) {
                String key = found.next() ? found.getString(1) : null;
                return key == null ? Position.BEGINNING : new Position(key, found.getLong(2));
            }
        }
    }

    /** @param upTo null for all that there is */
    private List<Placed> kept(String topic, Position behind, @Nullable Position upTo, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KEPT)) {
            select.setString(1, topic);
            select.setBytes(2, behind.key().getBytes(UTF_8));
            select.setLong(3, behind.place());
            select.setBytes(4, upTo == null ? BEHIND_ALL : upTo.key().getBytes(UTF_8));
            select.setLong(5, upTo == null ? 0 : upTo.place());
            select.setInt(6, most);
            List<Placed> kept = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    String key = new String(found.getBytes(3), UTF_8);
                    kept.add(new Placed(new Position(key, found.getLong(1)), OutboxTable.message(found)));
                }
            }
            return kept;
        }
    }

    private static ProducerRecord<byte[], byte[]> message(OutboxRow row) {
        return new ProducerRecord<>(row.topic(), null, row.key(), row.payload(), RecordHeaders.decode(row.headers()));
    }
}
