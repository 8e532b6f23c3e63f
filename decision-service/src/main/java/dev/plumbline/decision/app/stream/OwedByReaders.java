package dev.plumbline.decision.app.stream;

import dev.plumbline.decision.app.PanelSeats;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which applications the readers of the stream owe a rating of. The database is asked for all of an instance's readers at
 * once, and once for all of them who wait for it. No answer is older than the events that it is asked for: a seat is stored
 * together with the decision that an event tells of, so who has read the event can read the seat.
 */
@ApplicationScoped
class OwedByReaders {
    private final PanelSeats seats;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Integer> readers = new HashMap<>();
    private volatile Answer latest = new Answer(System.nanoTime(), Map.of());

    OwedByReaders(PanelSeats seats) {
        this.seats = seats;
    }

    /**
     * What the database said.
     *
     * @param askedAt by {@link System#nanoTime}
     * @param owed ids of applications, by person; it has everybody who read at that time
     */
    private record Answer(long askedAt, Map<String, Set<String>> owed) {

        /** What this person owes; null where that was not asked since. */
        @Nullable Set<String> of(String person, long since) {
            return askedAt - since > 0 ? owed.get(person) : null;
        }
    }

    /** Somebody begins to read. */
    void enter(String person) {
        lock.lock();
        try {
            readers.merge(person, 1, Integer::sum);
        } finally {
            lock.unlock();
        }
    }

    /** Somebody has stopped reading. */
    void leave(String person) {
        lock.lock();
        try {
            readers.computeIfPresent(person, (one, streams) -> streams == 1 ? null : streams - 1);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The ids of the applications that a person, who has entered, owes a rating of.
     *
     * @param since a time of {@link System#nanoTime}, by which the events in question had been read
     */
    Set<String> of(String person, long since) {
        Set<String> owed = latest.of(person, since);
        if (owed != null) {
            return owed;
        }
        lock.lock();
        try {
            // Who had the lock may have asked for this reader, too.
            owed = latest.of(person, since);
            if (owed == null) {
                latest = ask();
                owed = latest.owed().getOrDefault(person, Set.of());
            }
            return owed;
        } finally {
            lock.unlock();
        }
    }

    private Answer ask() {
        long now = System.nanoTime();
        Map<String, Set<UUID>> found = seats.owedBy(readers.keySet());
        Map<String, Set<String>> owed = HashMap.newHashMap(readers.size());
        readers.keySet().forEach(person -> owed.put(person, ids(found.getOrDefault(person, Set.of()))));
        return new Answer(now, owed);
    }

    private static Set<String> ids(Set<UUID> applications) {
        return applications.stream().map(UUID::toString).collect(Collectors.toUnmodifiableSet());
    }
}
