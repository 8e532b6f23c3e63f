package dev.plumbline.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.List;

/** How a count grew with time. */
public final class Timeline {
    private static final double NANOS = 1e9;

    private record Point(long nanos, long count) {}

    private final List<Point> points = new ArrayList<>();

    /** Adds that the count was reached at this time; neither goes back. */
    public synchronized void add(long nanos, long count) {
        points.add(new Point(nanos, count));
    }

    /** When this count was reached, or the last time where it never was. */
    private long reached(double count) {
        return points.stream()
                .filter(point -> point.count() >= count)
                .findFirst()
                .orElse(points.getLast())
                .nanos();
    }

    /**
     * Counts per second between two shares of the whole: what is left when start and end are cut off.
     *
     * @param from 0 to 1
     * @param to above {@code from}, up to 1
     * @return 0 where there is too little to tell
     */
    public synchronized double rateBetween(double from, double to) {
        if (points.isEmpty()) {
            return 0;
        }
        long base = points.getFirst().count();
        long total = points.getLast().count() - base;
        long nanos = reached(base + total * to) - reached(base + total * from);
        return nanos <= 0 ? 0 : total * (to - from) * NANOS / nanos;
    }
}
