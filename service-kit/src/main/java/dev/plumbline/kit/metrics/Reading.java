package dev.plumbline.kit.metrics;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What was read last, told without a wait while it is not too old.
 *
 * @param <T> what is read
 */
public final class Reading<T> {
    private static final Logger LOG = Logger.getLogger(Reading.class);

    private final Supplier<T> source;
    private final Duration believed;
    private volatile @Nullable Taken<T> latest;

    /** What was read, and when that began. */
    private record Taken<T>(T content, long at) {}

    Reading(Supplier<T> source, Duration believed) {
        this.source = source;
        this.believed = believed;
    }

    /** A figure of it; NaN where it could not be read the last time, or has not been for too long. */
    public double number(ToDoubleFunction<T> figure) {
        Taken<T> taken = latest;
        return taken == null || System.nanoTime() - taken.at() > believed.toNanos()
                ? Double.NaN
                : figure.applyAsDouble(taken.content());
    }

    void take() {
        long at = System.nanoTime();
        try {
            latest = new Taken<>(source.get(), at);
        } catch (IllegalStateException e) {
            latest = null;
            LOG.debugf(e, "A figure for the metrics cannot be read now");
        } catch (RuntimeException e) {
            // Nothing that its source has foreseen, and no reason to say nothing of what is read behind it.
            latest = null;
            LOG.warnf(e, "A figure for the metrics cannot be read");
        }
    }
}
