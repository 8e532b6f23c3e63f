package dev.plumbline.kit.outbox;

import dev.plumbline.kit.outbox.OutboxBacklog.Waiting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What operators see of the outbox: how many rows wait, and for how long the oldest has. Read when it is asked for. */
@Startup
@ApplicationScoped
class OutboxGauges {
    private final OutboxBacklog backlog;
    private final MeterRegistry meters;

    OutboxGauges(OutboxBacklog backlog, MeterRegistry meters) {
        this.backlog = backlog;
        this.meters = meters;
    }

    @PostConstruct
    void register() {
        Gauge.builder("plumbline.outbox.depth", () -> number(OutboxBacklog::depth))
                .description("Rows of the outbox that are not yet published")
                .register(meters);
        Gauge.builder("plumbline.outbox.age", () -> number(OutboxBacklog::age))
                .description("Age of the oldest row of the outbox")
                .baseUnit("seconds")
                .register(meters);
    }

    private double number(ToDoubleFunction<List<Waiting>> figure) {
        try {
            return figure.applyAsDouble(backlog.byTopic());
        } catch (IllegalStateException e) {
            // No number while the database does not say.
            return Double.NaN;
        }
    }
}
