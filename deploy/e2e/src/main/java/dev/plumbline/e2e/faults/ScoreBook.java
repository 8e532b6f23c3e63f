package dev.plumbline.e2e.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The scores that were acknowledged, in their order, each other than the one before it of the same section: written from
 * the answers that the load client got and from nothing else.
 */
public final class ScoreBook {
    private final Map<Section, List<Integer>> acknowledged = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();

    /** A section of an application's test. */
    public record Section(String application, String section) {}

    /** A score was acknowledged. Only one thread writes of a section. */
    void acknowledge(Section section, int earned) {
        List<Integer> scores = acknowledged.computeIfAbsent(section, key -> new ArrayList<>());
        synchronized (scores) {
            scores.add(earned);
        }
        count.incrementAndGet();
    }

    /** A score got no answer, or one that says nothing of it; it is sent again. */
    void leaveOpen() {
        unanswered.incrementAndGet();
    }

    /** The sections that have scores. */
    public List<Section> sections() {
        return List.copyOf(acknowledged.keySet());
    }

    /** The scores of a section in their order. */
    public List<Integer> scores(Section section) {
        List<Integer> scores = acknowledged.getOrDefault(section, List.of());
        synchronized (scores) {
            return List.copyOf(scores);
        }
    }

    /** How many were acknowledged. */
    public long acknowledged() {
        return count.get();
    }

    /** How many calls got no answer that says whether the score was stored. */
    public long unanswered() {
        return unanswered.get();
    }
}
