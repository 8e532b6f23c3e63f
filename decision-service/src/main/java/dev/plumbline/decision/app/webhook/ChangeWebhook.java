package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.app.SharedClock;
import dev.plumbline.decision.app.webhook.Webhook.State;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes a webhook, its secret, or takes it away. Each call takes a check of what is there, such as its version. */
@ApplicationScoped
public class ChangeWebhook {
    private static final int AT_ONCE = 500;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Secrets secrets;
    private final DeliveryLanes lanes;
    private final ForgetDeliveries forgetDeliveries;
    private final SharedClock clock;

    ChangeWebhook(
            Webhooks webhooks,
            Deliveries deliveries,
            Secrets secrets,
            DeliveryLanes lanes,
            ForgetDeliveries forgetDeliveries,
            SharedClock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.lanes = lanes;
        this.forgetDeliveries = forgetDeliveries;
        this.clock = clock;
    }

    /**
     * What is to be another; null leaves as it is.
     *
     * @param enabled true enables again, also where the receiver answered 410: what waits is sent at once
     */
    public record Change(
            @Nullable String url,
            @Nullable List<String> eventTypes,
            @Nullable List<UUID> jobIds,
            @Nullable Boolean enabled) {}

    /** Changes one; the filter holds for events that come from now on, the URL for every attempt from now on. */
    public Webhook change(UUID id, String owner, Change change, Consumer<Webhook> check) {
        Changed changed = QuarkusTransaction.requiringNew().call(() -> store(id, owner, change, check));
        if (changed.isEnabledAgain()) {
            hasten(id);
            lanes.wake();
        }
        return changed.webhook();
    }

    private record Changed(Webhook webhook, boolean isEnabledAgain) {}

    private Changed store(UUID id, String owner, Change change, Consumer<Webhook> check) {
        Webhook before = mine(id, owner, check);
        Webhook after = before.with(
                change.url() == null ? before.url() : change.url(),
                new WebhookFilter(
                        change.eventTypes() == null ? before.filter().eventTypes() : change.eventTypes(),
                        change.jobIds() == null ? before.filter().jobIds() : change.jobIds()),
                state(before.state(), change.enabled()),
                now());
        webhooks.update(after);
        return new Changed(after, before.state() != State.ENABLED && after.state() == State.ENABLED);
    }

    /** Some at a time, and outside of the lane: however many wait for another attempt, nobody waits for this. */
    private void hasten(UUID id) {
        Instant now = now();
        int some;
        do {
            some = QuarkusTransaction.requiringNew().call(() -> deliveries.hasten(id, now, AT_ONCE));
        } while (some == AT_ONCE);
    }

    private static State state(State before, @Nullable Boolean enabled) {
        if (enabled == null || enabled == (before == State.ENABLED)) {
            return before;
        }
        return enabled ? State.ENABLED : State.DISABLED;
    }

    /**
     * Gives it a new secret.
     *
     * @param overlap how long messages are signed with the present secret too; one before that ends at once
     */
    @Transactional
    public Webhook rotateSecret(UUID id, String owner, Duration overlap) {
        Webhook before = mine(id, owner, webhook -> {});
        Instant now = now();
        SecretId current = before.secrets().current();
        Webhook after = before.with(
                new LiveSecrets(secrets.next(id, current.generation() + 1), current, now.plus(overlap)), now);
        webhooks.update(after);
        return after;
    }

    /** Takes it away, with all that is on its way; its delivery log is taken away soon. */
    public void remove(UUID id, String owner, Consumer<Webhook> check) {
        QuarkusTransaction.requiringNew().run(() -> {
            mine(id, owner, check);
            webhooks.remove(id, now());
        });
        forgetDeliveries.wake();
    }

    private Webhook mine(UUID id, String owner, Consumer<Webhook> check) {
        Webhook webhook = ReadWebhooks.visible(webhooks.lock(id), id, owner);
        check.accept(webhook);
        return webhook;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
