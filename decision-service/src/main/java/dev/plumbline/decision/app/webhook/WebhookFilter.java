package dev.plumbline.decision.app.webhook;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events a webhook is told of.
 *
 * @param eventTypes CloudEvent types; empty for all
 * @param jobIds only applications for these jobs; empty for all
 */
public record WebhookFilter(List<String> eventTypes, List<UUID> jobIds) {
    public WebhookFilter {
        eventTypes = eventTypes.stream().distinct().toList();
        jobIds = jobIds.stream().distinct().toList();
    }

    boolean takes(String type, @Nullable UUID jobId) {
        return (eventTypes.isEmpty() || eventTypes.contains(type))
                && (jobIds.isEmpty() || jobId != null && jobIds.contains(jobId));
    }
}
