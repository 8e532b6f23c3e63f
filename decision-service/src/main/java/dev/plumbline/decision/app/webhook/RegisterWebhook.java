package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.app.SharedClock;
import dev.plumbline.decision.app.webhook.Webhook.State;
import dev.plumbline.decision.events.DecisionTopic;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.outbox.OutboxBacklog;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Makes a webhook. */
@ApplicationScoped
public class RegisterWebhook {
    private static final int MILLIS = 1000;

    private final Webhooks webhooks;
    private final Secrets secrets;
    private final WebhookSettings settings;
    private final OutboxBacklog backlog;
    private final SharedClock clock;

    RegisterWebhook(
            Webhooks webhooks, Secrets secrets, WebhookSettings settings, OutboxBacklog backlog, SharedClock clock) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.settings = settings;
        this.backlog = backlog;
        this.clock = clock;
    }

    /**
     * Makes one that belongs to the caller and is told of every event from now on that its filter takes.
     *
     * @param url without fault, see {@link dev.plumbline.decision.domain.webhook.ReceiverUrl}
     * @throws ProblemException 409 where the owner has as many as anybody may have, or there are none here
     */
    @Transactional
    public Webhook register(String owner, String url, WebhookFilter filter) {
        UUID id = Ids.next();
        SecretId secret = secrets.next(id, 1);
        if (webhooks.countOf(owner) >= settings.perOwner()) {
            throw new ProblemException(new WebhookError.TooManyWebhooks(settings.perOwner()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Webhook webhook = new Webhook(
                id, owner, url, filter, State.ENABLED, new LiveSecrets(secret, null, null), 1, now, now, toldFrom(now));
        webhooks.add(webhook);
        return webhook;
    }

    /** What waits to be published is published from now on, though it happened before. */
    private Instant toldFrom(Instant now) {
        return backlog.byTopic().stream()
                .filter(waiting -> waiting.topic().equals(DecisionTopic.NAME))
                .map(waiting -> now.minusMillis((long) Math.ceil(waiting.oldestSeconds() * MILLIS)))
                .filter(oldest -> oldest.isBefore(now))
                .findFirst()
                .orElse(now);
    }
}
