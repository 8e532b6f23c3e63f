package dev.plumbline.decision.app.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of decision events.
 *
 * @param owner the {@code sub} of who made it
 * @param url where events are sent; may hold a secret in its path or query, so it is never logged
 * @param state whether it is called
 * @param secrets the live ones
 * @param version grows by one with every change
 * @param toldFrom when the oldest event happened that had not been published when it was made; its making where there was none;
 *     the epoch where nobody knows, because an instance of a version before this one has made it
 */
public record Webhook(
        UUID id,
        String owner,
        String url,
        WebhookFilter filter,
        State state,
        LiveSecrets secrets,
        long version,
        Instant createdAt,
        Instant changedAt,
        Instant toldFrom) {

    /** Whether a webhook is called. While it is not, its deliveries wait. */
    public enum State {
        ENABLED,
        /** By its owner. */
        DISABLED,
        /** The receiver answered 410. */
        GONE
    }

    Webhook with(String newUrl, WebhookFilter newFilter, State newState, Instant now) {
        return new Webhook(id, owner, newUrl, newFilter, newState, secrets, version + 1, createdAt, now, toldFrom);
    }

    Webhook with(LiveSecrets newSecrets, Instant now) {
        return new Webhook(id, owner, url, filter, state, newSecrets, version + 1, createdAt, now, toldFrom);
    }

    /** Without the URL, which is a secret as often as not. */
    @Override
    public String toString() {
        return "Webhook " + id + " version " + version;
    }

    /** Whether this person is its owner; null stands for one who may see all. */
    boolean isVisibleTo(@Nullable String person) {
        return person == null || person.equals(owner);
    }
}
