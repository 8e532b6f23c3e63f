package dev.plumbline.decision.rest.webhook;

import dev.plumbline.decision.app.webhook.ChangeWebhook.Change;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What of a webhook is to be another; what is absent stays.
 *
 * @param eventTypes empty for all
 * @param jobIds empty for all
 * @param enabled false lets deliveries wait, true sends what waits, also after the receiver answered 410
 */
@Schema(name = "WebhookChange")
public record WebhookChangeRequest(
        @Nullable @ReceiverAddress String url,

        @Nullable @Size(max = WebhookRequest.MOST_TYPES) List<@Pattern(regexp = WebhookRequest.EVENT_TYPE, message = WebhookRequest.NO_EVENT_TYPE) String> eventTypes,

        @Nullable @Size(max = WebhookRequest.MOST_JOBS) List<UUID> jobIds,
        @Nullable Boolean enabled) {

    Change change() {
        return new Change(url, eventTypes, jobIds, enabled);
    }
}
