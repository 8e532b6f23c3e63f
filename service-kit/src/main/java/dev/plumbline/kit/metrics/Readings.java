package dev.plumbline.kit.metrics;

import dev.plumbline.kit.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * What the metrics tell of the database, read now and then by a thread of its own, so that no scrape waits for it. A
 * connection that is gone without a word is given up after a minute; whoever scrapes gives up after ten seconds, and
 * would know nothing of the whole service.
 */
@ApplicationScoped
public class Readings {
    private static final int MISSED_AT_MOST = 3;

    private final Duration interval;
    private final Worker worker;
    private final List<Reading<?>> readings = new CopyOnWriteArrayList<>();

    @Inject
    Readings(ReadingSettings settings) {
        this(settings.interval());
    }

    Readings(Duration interval) {
        this.interval = interval;
        this.worker = new Worker("readings", interval, this::take);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop();
    }

    /**
     * Reads this from now on.
     *
     * @param source throws {@link IllegalStateException} where it cannot be read now
     */
    public <T> Reading<T> of(Supplier<T> source) {
        Reading<T> reading = new Reading<>(source, interval.multipliedBy(MISSED_AT_MOST));
        readings.add(reading);
        worker.wake();
        return reading;
    }

    private boolean take() {
        readings.forEach(Reading::take);
        return false;
    }
}
