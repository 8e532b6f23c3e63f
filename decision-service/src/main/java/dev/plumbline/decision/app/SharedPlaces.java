package dev.plumbline.decision.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places that an instance has for something dear, such as exports. Nobody takes more than half of them, but always one:
 * so whoever asks for all there are keeps nobody else away. Who waits gets a place in turn.
 */
public final class SharedPlaces {
    private final int all;
    private final int each;
    private final Map<String, Integer> taken = new HashMap<>();
    private final List<Waiting> queue = new ArrayList<>();

    /** @param all how many there are, 1 or more */
    public SharedPlaces(int all) {
        this.all = all;
        this.each = (all + 1) / 2;
    }

    /** One who waits; told apart from others of the same person by its identity. */
    private static final class Waiting {
        private final String person;

        Waiting(String person) {
            this.person = person;
        }
    }

    /** Takes a place for this person, which has to be given back; false where there is none. */
    public boolean tryTake(String person) {
        return tryTake(person, Duration.ZERO);
    }

    /** Takes a place as above, and waits for it; false where none was given back in time. */
    public synchronized boolean tryTake(String person, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Waiting me = new Waiting(person);
        queue.add(me);
        try {
            while (!isNext(me)) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            taken.merge(person, 1, Integer::sum);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            queue.remove(me);
            notifyAll();
        }
    }

    /** Whether there is a place, and nobody came before who may have it. */
    private boolean isNext(Waiting me) {
        if (taken() >= all || !mayHaveOne(me)) {
            return false;
        }
        for (Waiting before : queue) {
            if (before == me) {
                return true;
            }
            if (mayHaveOne(before)) {
                return false;
            }
        }
        throw new IllegalStateException("Who waits stands in the queue");
    }

    private boolean mayHaveOne(Waiting waiting) {
        return taken.getOrDefault(waiting.person, 0) < each;
    }

    /** Gives a place back that this person has taken. */
    public synchronized void giveBack(String person) {
        taken.computeIfPresent(person, (one, places) -> places == 1 ? null : places - 1);
        notifyAll();
    }

    /** How many are taken. */
    public synchronized int taken() {
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }
}
