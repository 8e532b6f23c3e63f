package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.app.SharedClock;
import dev.plumbline.decision.app.webhook.ApplicationJobs.JobOf;
import dev.plumbline.decision.app.webhook.Deliveries.NewDelivery;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Notes published events for the webhooks that want to be told of them: each webhook's in a transaction of its own, so that
 * while one of them has to be waited for, no other one is held, and no statement grows with the number of webhooks.
 */
@ApplicationScoped
public class RecordDeliveries {
    /**
     * How long before its transaction's end an event may say that it happened: the transaction lasts for a minute at the
     * most, and two instances may be some seconds apart by the clock that they share, by which events and webhooks both go.
     * So much of what was published before a webhook was made may come to it where it is published once more.
     */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final ApplicationJobs jobs;
    private final WebhookSettings settings;
    private final SharedClock clock;

    RecordDeliveries(
            Webhooks webhooks,
            Deliveries deliveries,
            ApplicationJobs jobs,
            WebhookSettings settings,
            SharedClock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * When the oldest webhook was made: nobody wants to be told of what was published before; null where there is none.
     */
    public @Nullable Instant wantedSince() {
        return everyone().stream()
                .map(Webhook::createdAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /**
     * Notes the events, once for each webhook however often they come. Some may have been noted where this fails: it is to be
     * called again with the same ones then.
     */
    public void record(Collection<WebhookEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        // Read in a transaction of its own too: where the caller has one, it would be idle while the others last.
        Map<UUID, List<NewDelivery>> wanted = QuarkusTransaction.requiringNew().call(() -> wanted(events, now));
        wanted.forEach(
                (webhookId, some) -> QuarkusTransaction.requiringNew().run(() -> deliveries.add(webhookId, some, now)));
    }

    /** What each webhook wants, in the order of the events. */
    private Map<UUID, List<NewDelivery>> wanted(Collection<WebhookEvent> events, Instant now) {
        List<Webhook> all = everyone();
        if (all.isEmpty()) {
            return Map.of();
        }
        Map<UUID, JobOf> jobOf = jobs.of(events.stream()
                .filter(event -> event.job() == null)
                .map(WebhookEvent::applicationId)
                .collect(Collectors.toSet()));
        Map<UUID, List<NewDelivery>> wanted = new LinkedHashMap<>();
        for (WebhookEvent event : events) {
            JobOf job = event.job() == null ? jobOf.get(event.applicationId()) : event.job();
            List<Webhook> receivers = all.stream()
                    .filter(webhook -> isFor(webhook, event, job, now))
                    .toList();
            if (!receivers.isEmpty()) {
                NewDelivery delivery = new NewDelivery(event, ThinPayload.of(event, job));
                receivers.forEach(webhook -> wanted.computeIfAbsent(webhook.id(), id -> new ArrayList<>())
                        .add(delivery));
            }
        }
        return wanted;
    }

    /**
     * Not what was published before the webhook was made, also where it is published once more because the topic was lost; nor,
     * when the topic is read anew, what its log has forgotten.
     */
    private boolean isFor(Webhook webhook, WebhookEvent event, @Nullable JobOf job, Instant now) {
        // The broker counts in milliseconds.
        return !event.publishedAt().isBefore(webhook.createdAt().truncatedTo(ChronoUnit.MILLIS))
                && !event.time().isBefore(webhook.toldFrom().minus(ON_ITS_WAY))
                && event.time().isAfter(now.minus(settings.retention()))
                && webhook.filter().takes(event.type().type(), job == null ? null : job.jobId());
    }

    private List<Webhook> everyone() {
        return webhooks.list(null, null, Integer.MAX_VALUE);
    }
}
