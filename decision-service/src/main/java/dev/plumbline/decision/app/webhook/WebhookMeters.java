package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.app.SharedClock;
import dev.plumbline.decision.app.webhook.DeliveryBacklog.Backlog;
import dev.plumbline.decision.domain.webhook.Failure;
import dev.plumbline.decision.domain.webhook.NextStep;
import dev.plumbline.decision.domain.webhook.Outcome;
import dev.plumbline.kit.metrics.Reading;
import dev.plumbline.kit.metrics.Readings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What operators see of the webhooks: no URL, no owner, nothing of which there could be many. */
@Startup
@ApplicationScoped
public class WebhookMeters {
    private static final int CLASS = 100;
    private static final String DELIVERED = Delivery.Status.DELIVERED.name();
    private static final List<String> NOT_DELIVERED =
            List.of(Delivery.Status.PENDING.name(), Delivery.Status.EXHAUSTED.name());

    private final MeterRegistry registry;

    WebhookMeters(MeterRegistry registry, DeliveryBacklog backlog, Readings readings, SharedClock clock) {
        this.registry = registry;
        // From the start on, at 0: what first shows as 1 has never risen, for those who watch.
        attempts("HTTP_2XX", DELIVERED);
        Stream.concat(
                        Stream.of("HTTP_3XX", "HTTP_4XX", "HTTP_5XX"),
                        Arrays.stream(Failure.values()).map(Failure::name))
                .forEach(outcome -> NOT_DELIVERED.forEach(standing -> attempts(outcome, standing)));
        Reading<Backlog> reading = readings.of(() -> backlog.read(clock.instant()));
        Gauge.builder("plumbline.webhook.pending", reading, latest -> latest.number(Backlog::pending))
                .description(
                        "Deliveries that are under way, wait for another attempt, or for an earlier one; counted up to 100,000")
                .strongReference(true)
                .register(registry);
        Gauge.builder("plumbline.webhook.late", reading, latest -> latest.number(Backlog::secondsLate))
                .description("How long the attempt that is due for the longest has been so")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
        for (Webhook.State state : Webhook.State.values()) {
            Gauge.builder("plumbline.webhook.registered", reading, latest -> latest.number(all -> all.webhooks(state)))
                    .description("Webhooks that there are")
                    .tag("state", state.name())
                    .strongReference(true)
                    .register(registry);
        }
    }

    void count(Outcome outcome, NextStep step, Duration took) {
        attempts(outcome(outcome), standing(step)).record(took);
    }

    private Timer attempts(String outcome, String standing) {
        return Timer.builder("plumbline.webhook.attempts")
                .description("Attempts to send an event to a webhook")
                .tag("outcome", outcome)
                .tag("delivery", standing)
                .register(registry);
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(int status, var retryAfter) -> "HTTP_" + status / CLASS + "XX";
            case Outcome.Failed(var failure) -> failure.name();
        };
    }

    private static String standing(NextStep step) {
        return switch (step) {
            case NextStep.Done done -> DELIVERED;
            case NextStep.TryAgain again -> Delivery.Status.PENDING.name();
            case NextStep.GiveUp givenUp -> Delivery.Status.EXHAUSTED.name();
        };
    }
}
