package dev.plumbline.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events that a service publishes and does not keep ({@code plumbline.outbox.derived}), because it can make each of them
 * again, to the byte, out of what it keeps anyway. A lost topic is written again of these and of those that are kept, each
 * key's in the order of their ids in the outbox. Its service's tables have what that takes besides: a column
 * {@code done_key text} of {@code republication}, and an index over {@code topic, record_key, id} of {@code published_event}.
 */
public interface DerivedEvents {
    /** The topic that they are on. */
    String topic();

    /** Those behind a position. */
    Reading behind(Position position);

    /**
     * Where an event of the topic stands: keys come in the order of their bytes, one after the other.
     *
     * @param place the event's id in the outbox, 1 or more; 0 stands before all events of the key
     */
    record Position(String key, long place) implements Comparable<Position> {
        /** Before everything. */
        public static final Position BEGINNING = new Position("", 0);

        private static final Comparator<Position> ORDER = Comparator.comparing(
                        (Position position) -> position.key().getBytes(UTF_8), Arrays::compareUnsigned)
                .thenComparingLong(Position::place);

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * An event as it was published.
     *
     * @param event with its id, its time and its trace
     * @param place its id in the outbox
     */
    record Derived(OutboxEvent event, long place) {}

    /** Goes through the events in the order of their positions. For one thread. */
    interface Reading {
        /**
         * The next ones, without those that wait in the outbox at this moment: they are still to be published. There may be
         * none of them, and more behind.
         *
         * @param most that are to be looked at
         * @param mostBytes none is looked at behind so many bytes of what the others are made of
         */
        Page next(int most, int mostBytes);
    }

    /**
     * Some of them.
     *
     * @param upTo there is no other one up to here, but those of the page; null where none is left behind it
     */
    record Page(List<Derived> events, @Nullable Position upTo) {}
}
