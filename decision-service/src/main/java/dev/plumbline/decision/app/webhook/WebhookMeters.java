package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.domain.webhook.NextStep;
import dev.plumbline.decision.domain.webhook.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What operators see of the webhooks: no URL, no owner, nothing of which there could be many. */
@ApplicationScoped
public class WebhookMeters {
    private static final int CLASS = 100;

    private final MeterRegistry registry;

    WebhookMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Outcome outcome, NextStep step, Duration took) {
        Timer.builder("plumbline.webhook.attempts")
                .description("Attempts to send an event to a webhook")
                .tag("outcome", outcome(outcome))
                .tag("delivery", standing(step))
                .register(registry)
                .record(took);
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(int status, var retryAfter) -> "HTTP_" + status / CLASS + "XX";
            case Outcome.Failed(var failure) -> failure.name();
        };
    }

    private static String standing(NextStep step) {
        return switch (step) {
            case NextStep.Done done -> "DELIVERED";
            case NextStep.TryAgain again -> "PENDING";
            case NextStep.GiveUp givenUp -> "EXHAUSTED";
        };
    }
}
