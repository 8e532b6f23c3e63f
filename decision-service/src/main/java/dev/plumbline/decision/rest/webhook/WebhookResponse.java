package dev.plumbline.decision.rest.webhook;

import dev.plumbline.decision.app.webhook.Webhook;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook.
 *
 * @param url for everybody but its owner scheme, host and port alone: the rest may be a secret
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
                webhook.owner().equals(viewer) ? webhook.url() : origin(webhook.url()),
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

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
