package dev.plumbline.benchmarks.pipeline;

import org.HdrHistogram.Histogram;

/**
 * The time from when a score was due to when its decision was received, in milliseconds.
 *
 * @param perSecond scores in a second
 * @param scores how many were sent
 * @param published how many of them led to a published decision: those that are timed
 */
public record Latency(
        int perSecond, long scores, long published, double p50, double p90, double p99, double p999, double max) {

    private static final double MICROS_PER_MILLI = 1000;

    /** From a histogram of microseconds. */
    static Latency of(int perSecond, long scores, Histogram micros) {
        return new Latency(
                perSecond,
                scores,
                micros.getTotalCount(),
                millis(micros, 50),
                millis(micros, 90),
                millis(micros, 99),
                millis(micros, 99.9),
                micros.getMaxValue() / MICROS_PER_MILLI);
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
}
