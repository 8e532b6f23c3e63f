package dev.plumbline.monitoring;

/**
 * A number at a time.
 *
 * @param seconds since the beginning
 * @param value what it was; meaningless where it is stale
 * @param isStale whether from then on there was none
 */
public record Sample(double seconds, double value, boolean isStale) {
    static Sample of(double seconds, double value) {
        return new Sample(seconds, value, false);
    }

    static Sample stale(double seconds) {
        return new Sample(seconds, Double.NaN, true);
    }
}
