package dev.plumbline.decision.rest.webhook;

import dev.plumbline.decision.app.webhook.WebhookFilter;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook to make.
 *
 * @param url where events are posted: https, on the public internet
 * @param eventTypes only these; absent or empty for all
 * @param jobIds only events on applications for these jobs; absent or empty for all
 */
@Schema(name = "WebhookRequest")
public record WebhookRequest(
        @ReceiverAddress String url,

        @Nullable @Size(max = MOST_TYPES) List<@Pattern(regexp = EVENT_TYPE, message = NO_EVENT_TYPE) String> eventTypes,

        @Nullable @Size(max = MOST_JOBS) List<UUID> jobIds) {
    static final String EVENT_TYPE =
            "dev\\.plumbline\\.decision\\.(changed|verdict-recorded|verdict-stale|waiver-changed)\\.v1";
    static final String NO_EVENT_TYPE = "must be dev.plumbline.decision.changed.v1, .verdict-recorded.v1,"
            + " .verdict-stale.v1 or .waiver-changed.v1";
    static final int MOST_TYPES = 20;
    static final int MOST_JOBS = 100;

    WebhookFilter filter() {
        return new WebhookFilter(eventTypes == null ? List.of() : eventTypes, jobIds == null ? List.of() : jobIds);
    }
}
