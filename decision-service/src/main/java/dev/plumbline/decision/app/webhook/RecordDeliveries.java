package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.app.webhook.ApplicationJobs.JobOf;
import dev.plumbline.decision.app.webhook.Deliveries.NewDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notes published events for the webhooks that want to be told of them, in the current transaction. */
@ApplicationScoped
public class RecordDeliveries {
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final ApplicationJobs jobs;
    private final WebhookSettings settings;
    private final Clock clock;

    RecordDeliveries(
            Webhooks webhooks, Deliveries deliveries, ApplicationJobs jobs, WebhookSettings settings, Clock clock) {
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

    /** Notes the events, once for each webhook however often they come. */
    public void record(Collection<WebhookEvent> events) {
        List<Webhook> all = everyone();
        if (all.isEmpty() || events.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<UUID, JobOf> jobOf = jobs.of(events.stream()
                .filter(event -> event.job() == null)
                .map(WebhookEvent::applicationId)
                .collect(Collectors.toSet()));
        List<NewDelivery> wanted = new ArrayList<>();
        for (WebhookEvent event : events) {
            JobOf job = event.job() == null ? jobOf.get(event.applicationId()) : event.job();
            List<Webhook> receivers = all.stream()
                    .filter(webhook -> isFor(webhook, event, job, now))
                    .toList();
            if (!receivers.isEmpty()) {
                byte[] payload = ThinPayload.of(event, job);
                receivers.forEach(webhook -> wanted.add(new NewDelivery(webhook.id(), event, payload)));
            }
        }
        if (!wanted.isEmpty()) {
            deliveries.add(wanted, now);
        }
    }

    /** Not what was published before the webhook was made, nor, when the topic is read anew, what its log has forgotten. */
    private boolean isFor(Webhook webhook, WebhookEvent event, @Nullable JobOf job, Instant now) {
        // The broker counts in milliseconds.
        return !event.publishedAt().isBefore(webhook.createdAt().truncatedTo(ChronoUnit.MILLIS))
                && event.time().isAfter(now.minus(settings.retention()))
                && webhook.filter().takes(event.type().type(), job == null ? null : job.jobId());
    }

    private List<Webhook> everyone() {
        return webhooks.list(null, null, Integer.MAX_VALUE);
    }
}
