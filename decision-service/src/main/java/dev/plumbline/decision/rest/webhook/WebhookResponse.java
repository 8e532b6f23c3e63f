package dev.plumbline.decision.rest.webhook;

import dev.plumbline.decision.app.webhook.Webhook;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook.
 *
 * @param url without its query for everybody but its owner
 * @param eventTypes empty for all
 * @param jobIds empty for all
 * @param enabled whether it is called; while it is not, deliveries wait
 * @param disabledBecause OWNER, or GONE where the receiver answered 410; null while it is enabled
 * @param secretId says which secret is the present one, and nothing of it
 * @param previousSecretUntil how long messages are signed with the secret before too; null where they never were
 */
@Schema(name = "Webhook")
public record WebhookResponse(
        UUID id,
        String owner,
        String url,
        List<String> eventTypes,
        List<UUID> jobIds,
        boolean enabled,
        @Nullable String disabledBecause,
        String secretId,
        @Nullable Instant previousSecretUntil,
        Instant createdAt,
        Instant changedAt) {

    /** @param viewer who asks */
    static WebhookResponse of(Webhook webhook, String viewer) {
        return new WebhookResponse(
                webhook.id(),
                webhook.owner(),
                webhook.owner().equals(viewer) ? webhook.url() : withoutQuery(webhook.url()),
                webhook.filter().eventTypes(),
                webhook.filter().jobIds(),
                webhook.state() == Webhook.State.ENABLED,
                disabledBecause(webhook.state()),
                webhook.secrets().current().text(),
                webhook.secrets().previousUntil(),
                webhook.createdAt(),
                webhook.changedAt());
    }

    private static @Nullable String disabledBecause(Webhook.State state) {
        return switch (state) {
            case ENABLED -> null;
            case DISABLED -> "OWNER";
            case GONE -> "GONE";
        };
    }

    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
