package dev.plumbline.benchmarks.pipeline;

/**
 * How fast something went.
 *
 * @param name what it was
 * @param events facts or scores that went in
 * @param seconds from the first one to the last effect
 * @param steadyPerSecond without the first and the last tenth; 0 where there is no such figure
 * @param stored decisions that it stored
 * @param published decisions that it published
 */
public record Throughput(
        String name, long events, double seconds, double steadyPerSecond, long stored, long published, Cost cost) {

    /** Events in a second, over the whole time. */
    public double perSecond() {
        return events / seconds;
    }
}
