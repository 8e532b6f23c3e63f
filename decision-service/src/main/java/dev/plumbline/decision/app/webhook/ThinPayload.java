package dev.plumbline.decision.app.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.app.webhook.ApplicationJobs.JobOf;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The body of a webhook, as Standard Webhooks 1.0 recommends it: type, timestamp and data, thin. */
final class ThinPayload {
    /** Standard Webhooks 1.0: smaller than 20 kB. */
    private static final int TOO_LONG = 20_000;

    private ThinPayload() {}

    /** @param job null where the application is not known */
    static byte[] of(WebhookEvent event, @Nullable JobOf job) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("applicationId", event.applicationId().toString());
        if (job != null) {
            data.put("externalId", job.externalId());
            data.put("jobId", job.jobId().toString());
        }
        for (String member : event.type().members()) {
            JsonNode value = event.data().get(member);
            if (value != null) {
                data.set(member, value);
            }
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", event.type().type());
        body.put("timestamp", event.time().toString());
        body.set("data", data);
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= TOO_LONG) {
            throw new IllegalStateException("The body of a webhook has " + bytes.length + " bytes");
        }
        return bytes;
    }
}
