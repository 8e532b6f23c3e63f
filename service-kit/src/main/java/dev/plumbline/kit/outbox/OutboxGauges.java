package dev.plumbline.kit.outbox;

import dev.plumbline.kit.metrics.Reading;
import dev.plumbline.kit.metrics.Readings;
import dev.plumbline.kit.outbox.OutboxBacklog.Waiting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What operators see of the outbox: how many rows wait, and for how long the oldest has; NaN while nobody knows. */
@Startup
@ApplicationScoped
class OutboxGauges {
    private final OutboxBacklog backlog;
    private final Readings readings;
    private final MeterRegistry meters;

    OutboxGauges(OutboxBacklog backlog, Readings readings, MeterRegistry meters) {
        this.backlog = backlog;
        this.readings = readings;
        this.meters = meters;
    }

    @PostConstruct
    void register() {
        Reading<List<Waiting>> waiting = readings.of(backlog::byTopic);
        Gauge.builder("plumbline.outbox.depth", waiting, latest -> latest.number(OutboxBacklog::depth))
                .description("Rows of the outbox that are not yet published")
                .strongReference(true)
                .register(meters);
        Gauge.builder("plumbline.outbox.age", waiting, latest -> latest.number(OutboxBacklog::age))
                .description("Age of the oldest row of the outbox")
                .baseUnit("seconds")
                .strongReference(true)
                .register(meters);
    }
}
