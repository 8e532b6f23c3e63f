package dev.plumbline.decision.messaging.stream;

import dev.plumbline.decision.app.stream.DecisionStream.BrokenOff;
import dev.plumbline.decision.app.stream.DecisionStream.TopicEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of the topic, in the order in which this instance has read them: one buffer for all readers, however
 * many, bounded in events and in bytes. The oldest make room for the newest; who still needed them has fallen behind.
 */
final class RecentEvents {
    /** Not to be found here. */
    static final long GONE = -1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final @Nullable Entry[] ring;
    private final long mostBytes;
    private final Offsets oldest;
    private final Offsets newest;
    private long first;
    private long end;
    private long bytes;
    private @Nullable String broken;

    /**
     * An event on the topic.
     *
     * @param position where the topic stands after it, for whoever has read all before it here
     */
    record Entry(int partition, long offset, TopicEvent event, String position) {
        private static final int OVERHEAD = 200;

        long bytes() {
            return (long) event.data().length + OVERHEAD;
        }
    }

    /** @param start where the reading of the topic begins */
    RecentEvents(Offsets start, int mostEvents, long mostBytes) {
        this.ring = new Entry[mostEvents];
        this.mostBytes = mostBytes;
        this.oldest = start.copy();
        this.newest = start.copy();
    }

    /** @param read how far the topic has been read now, also where that were no events */
    void append(List<Entry> entries, Offsets read) {
        lock.lock();
        try {
            for (Entry entry : entries) {
                if (end - first == ring.length) {
                    removeFirst();
                }
                ring[index(end)] = entry;
                end++;
                bytes += entry.bytes();
                while (bytes > mostBytes && end - first > 1) {
                    removeFirst();
                }
            }
            for (int i = 0; i < read.partitions(); i++) {
                newest.reach(i, read.next(i));
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void removeFirst() {
        Entry entry = at(first);
        oldest.pass(entry.partition(), entry.offset());
        bytes -= entry.bytes();
        ring[index(first)] = null;
        first++;
    }

    /** Ends all reading. */
    void breakOff(String reason) {
        lock.lock();
        try {
            broken = reason;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Where to read on for who has read so far: what it has read already is to be left out from there on.
     *
     * @return {@link #GONE} where something that it has not read is no longer here
     */
    long find(Offsets read) {
        lock.lock();
        try {
            if (!read.reaches(oldest)) {
                return GONE;
            }
            long at = first;
            while (at < end && at(at).offset() < read.next(at(at).partition())) {
                at++;
            }
            return at;
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #find}, but {@link #GONE} also where the place is about to be overwritten. */
    long findSafe(Offsets read) {
        lock.lock();
        try {
            long at = find(read);
            boolean safe = first == 0 || at - first >= (end - first) / 2;
            return safe ? at : GONE;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the topic has been read here at least as far. */
    boolean reaches(Offsets read) {
        lock.lock();
        try {
            return newest.reaches(read);
        } finally {
            lock.unlock();
        }
    }

    /** The present end. */
    Start end() {
        lock.lock();
        try {
            return new Start(end, newest.copy());
        } finally {
            lock.unlock();
        }
    }

    /** A place to read from, and how far the topic has been read there. */
    record Start(long at, Offsets read) {}

    /**
     * The events from a place on.
     *
     * @return none where none came within this time
     * @throws BrokenOff where they are no longer here, or the reading has ended
     */
    List<Entry> take(long at, int most, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lock();
        try {
            while (at >= end && broken == null && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            if (at < first) {
                throw new BrokenOff("the reader has fallen behind");
            }
            if (at >= end && broken != null) {
                throw new BrokenOff(broken);
            }
            List<Entry> taken = new ArrayList<>();
            for (long i = at; i < end && taken.size() < most; i++) {
                taken.add(at(i));
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private int index(long at) {
        return (int) (at % ring.length);
    }

    private Entry at(long at) {
        Entry entry = ring[index(at)];
        if (entry == null) {
            throw new IllegalStateException("nothing is there");
        }
        return entry;
    }
}
