package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.app.SharedClock;
import dev.plumbline.decision.app.webhook.Deliveries.Claimed;
import dev.plumbline.decision.app.webhook.Deliveries.Ended;
import dev.plumbline.decision.app.webhook.Webhook.State;
import dev.plumbline.decision.domain.webhook.Failure;
import dev.plumbline.decision.domain.webhook.NextStep;
import dev.plumbline.decision.domain.webhook.Outcome;
import dev.plumbline.decision.domain.webhook.RetrySchedule;
import dev.plumbline.kit.tracing.Step;
import dev.plumbline.kit.tracing.Traces;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends one event to one webhook: claims it, posts it, and notes what came of it. No transaction is open meanwhile. */
@ApplicationScoped
public class AttemptDelivery {
    /** Of the connections to the database, so that however many receivers there are, decisions are made meanwhile. */
    private static final int DATABASE_PLACES = 4;

    private static final int GONE = 410;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(320);

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Receivers receivers;
    private final Secrets secrets;
    private final WebhookMeters meters;
    private final Traces traces;
    private final SharedClock clock;
    private final RetrySchedule schedule;
    private final Duration claimed;
    private final Semaphore databasePlaces = new Semaphore(DATABASE_PLACES, true);

    AttemptDelivery(
            Webhooks webhooks,
            Deliveries deliveries,
            Receivers receivers,
            Secrets secrets,
            WebhookMeters meters,
            Traces traces,
            WebhookSettings settings,
            SharedClock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.secrets = secrets;
        this.meters = meters;
        this.traces = traces;
        this.clock = clock;
        this.schedule = new RetrySchedule(settings.schedule(), settings.jitter(), settings.longestRetryAfter());
        this.claimed = settings.timeout().plus(settings.claimMargin());
    }

    /** Attempts the delivery of this webhook that has been due for the longest; false where none is due. */
    public boolean attemptNext(UUID webhookId) throws InterruptedException {
        Optional<Claimed> next = inTransaction(() -> {
            Instant now = clock.instant();
            return deliveries.claim(webhookId, now, now.plus(claimed));
        });
        if (next.isEmpty()) {
            return false;
        }
        attempt(next.get());
        return true;
    }

    private void attempt(Claimed delivery) throws InterruptedException {
        long started = System.nanoTime();
        Outcome outcome = trace(delivery);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        NextStep step = schedule.after(
                delivery.attemptOfRound(), outcome, ThreadLocalRandom.current().nextDouble());
        meters.count(outcome, step, took);
        end(delivery, outcome, ended(outcome, step, took));
    }

    /**
     * Notes what came of it. Where somebody is changing the webhook's lines, no place among the connections is held until they
     * are done: other webhooks need it.
     */
    private void end(Claimed delivery, Outcome outcome, Ended ended) throws InterruptedException {
        boolean isGone = outcome instanceof Outcome.Answered(int status, var retryAfter) && status == GONE;
        long giveUp = System.nanoTime() + claimed.toNanos();
        Duration pause = SHORTEST_PAUSE;
        while (!inTransaction(() -> tryEnd(delivery, isGone, ended))) {
            if (System.nanoTime() - giveUp > 0) {
                throw new IllegalStateException("The claim ran out before it could be noted what came of an attempt");
            }
            Thread.sleep(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** False where that would have to wait. */
    private boolean tryEnd(Claimed delivery, boolean isGone, Ended ended) {
        if (!deliveries.tryEnter(delivery.webhook().id(), isGone)) {
            return false;
        }
        if (isGone) {
            disable(delivery.webhook());
        }
        deliveries.end(delivery, ended);
        return true;
    }

    /** Part of the trace of what led to the event, however much later: the receiver is told its name and nothing of it. */
    private Outcome trace(Claimed delivery) {
        Supplier<Attributes> attributes = () -> Attributes.builder()
                .put("webhook.id", delivery.webhook().id().toString())
                .put("webhook.attempt", delivery.attempt())
                .put("cloudevents.event_id", delivery.eventId())
                .build();
        try (Step step = traces.begin("deliver webhook", SpanKind.CLIENT, delivery.traceparent(), attributes)) {
            Outcome outcome = send(delivery, step.traceparent());
            if (!outcome.isDelivered()) {
                step.failed(outcome.code());
            }
            return outcome;
        }
    }

    private Outcome send(Claimed delivery, @Nullable String traceparent) {
        Webhook webhook = delivery.webhook();
        Instant now = clock.instant();
        Optional<String> signature =
                secrets.sign(webhook.secrets().at(now), delivery.eventId(), now, delivery.payload());
        if (signature.isEmpty()) {
            return new Outcome.Failed(Failure.KEY_MISSING);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", delivery.eventId());
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", signature.get());
        if (traceparent != null) {
            headers.put("traceparent", traceparent);
        }
        return receivers.post(webhook.url(), headers, delivery.payload());
    }

    private Ended ended(Outcome outcome, NextStep step, Duration took) {
        Instant now = clock.instant();
        int millis = Math.toIntExact(took.toMillis());
        return switch (step) {
            case NextStep.Done done -> new Ended(outcome.code(), now, millis, Delivery.Status.DELIVERED, null);
            case NextStep.TryAgain(Duration in) ->
                new Ended(outcome.code(), now, millis, Delivery.Status.PENDING, now.plus(in));
            case NextStep.GiveUp givenUp -> new Ended(outcome.code(), now, millis, Delivery.Status.EXHAUSTED, null);
        };
    }

    /** Unless its owner has changed it since the attempt began: then the answer was to another one. */
    private void disable(Webhook attempted) {
        webhooks.lock(attempted.id())
                .filter(webhook -> webhook.version() == attempted.version())
                .ifPresent(webhook ->
                        webhooks.update(webhook.with(webhook.url(), webhook.filter(), State.GONE, clock.instant())));
    }

    private <T> T inTransaction(Callable<T> work) throws InterruptedException {
        databasePlaces.acquire();
        try {
            return QuarkusTransaction.requiringNew().call(work);
        } finally {
            databasePlaces.release();
        }
    }
}
