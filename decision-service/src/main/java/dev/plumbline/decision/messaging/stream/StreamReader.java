package dev.plumbline.decision.messaging.stream;

import dev.plumbline.decision.app.stream.DecisionStream.BrokenOff;
import dev.plumbline.decision.app.stream.DecisionStream.PublishedEvent;
import dev.plumbline.decision.app.stream.DecisionStream.Reader;
import dev.plumbline.decision.app.stream.DecisionStream.TopicEvent;
import dev.plumbline.decision.messaging.stream.Offsets.Position;
import dev.plumbline.decision.messaging.stream.RecentEvents.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * One reader: first through a consumer of its own where it has to, and from where that has reached the recent events on
 * together with all others. Each record is passed once: what was read before is left out there.
 */
final class StreamReader implements Reader {
    private static final int MOST = 200;
    private static final int MOST_BYTES = 256 * 1024;

    private final TopicTail tail;
    private final Predicate<TopicEvent> wanted;
    private final Offsets read;
    private @Nullable CatchUp catchUp;
    private long at;
    private boolean together;

    private StreamReader(TopicTail tail, Predicate<TopicEvent> wanted, Offsets read) {
        this.tail = tail;
        this.wanted = wanted;
        this.read = read;
    }

    /** A consumer of its own, and the place that it takes. */
    record CatchUp(TopicConsumer consumer, Runnable givePlaceBack) implements AutoCloseable {
        @Override
        public void close() {
            try {
                consumer.close();
            } finally {
                givePlaceBack.run();
            }
        }
    }

    /** From the topic's end on. */
    static StreamReader fromEnd(TopicTail tail, Predicate<TopicEvent> wanted) {
        RecentEvents.Start end = tail.recent().end();
        StreamReader reader = new StreamReader(tail, wanted, end.read());
        reader.at = end.at();
        reader.together = true;
        return reader;
    }

    /** From here on, where the recent events have all that comes next. */
    static @Nullable StreamReader amongRecent(TopicTail tail, Predicate<TopicEvent> wanted, Offsets read) {
        long at = tail.recent().find(read);
        if (at == RecentEvents.GONE) {
            return null;
        }
        StreamReader reader = new StreamReader(tail, wanted, read.copy());
        reader.at = at;
        return reader;
    }

    /** From where the consumer stands on. */
    static StreamReader catchingUp(TopicTail tail, Predicate<TopicEvent> wanted, CatchUp catchUp) {
        StreamReader reader =
                new StreamReader(tail, wanted, catchUp.consumer().read().copy());
        reader.catchUp = catchUp;
        return reader;
    }

    /** Whether it reads through a consumer of its own. */
    boolean isCatchingUp() {
        return catchUp != null;
    }

    @Override
    public String position() {
        return new Position(tail.topicId(), read).toString();
    }

    @Override
    public List<PublishedEvent> next(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<PublishedEvent> events = new ArrayList<>();
        Duration left = patience;
        do {
            CatchUp own = catchUp;
            if (own == null) {
                takeRecent(left, events);
            } else {
                readOn(own, left, events);
            }
            left = Duration.ofNanos(deadline - System.nanoTime());
        } while (events.isEmpty() && left.isPositive());
        return events;
    }

    private void readOn(CatchUp own, Duration patience, List<PublishedEvent> events) {
        try {
            for (Entry entry : own.consumer().poll(patience)) {
                read.pass(entry.partition(), entry.offset());
                add(entry.event(), entry.position(), events);
            }
        } catch (KafkaException e) {
            throw new BrokenOff("the topic cannot be read on: " + e.getMessage());
        }
        for (int i = 0; i < own.consumer().read().partitions(); i++) {
            read.reach(i, own.consumer().read().next(i));
        }
        long found = tail.recent().findSafe(read);
        if (found != RecentEvents.GONE) {
            at = found;
            catchUp = null;
            own.close();
        }
    }

    private void takeRecent(Duration patience, List<PublishedEvent> events) {
        int bytes = 0;
        for (Entry entry : take(patience)) {
            if (bytes > MOST_BYTES) {
                return;
            }
            at++;
            if (entry.offset() < read.next(entry.partition())) {
                continue;
            }
            read.pass(entry.partition(), entry.offset());
            String position = entry.position();
            if (!together) {
                // Ahead in some partitions: its position is another until the others have come there too.
                position = position();
                together = position.equals(entry.position());
            }
            bytes += entry.event().data().length;
            add(entry.event(), position, events);
        }
    }

    private List<Entry> take(Duration patience) {
        try {
            return tail.recent().take(at, MOST, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenOff("the service stops");
        }
    }

    private void add(TopicEvent event, String position, List<PublishedEvent> events) {
        if (wanted.test(event)) {
            events.add(new PublishedEvent(event, position));
        }
    }

    @Override
    public void close() {
        CatchUp own = catchUp;
        catchUp = null;
        if (own != null) {
            own.close();
        }
    }
}
