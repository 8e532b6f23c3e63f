package dev.plumbline.decision.rest.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.app.webhook.SecretId;
import dev.plumbline.decision.app.webhook.Secrets;
import dev.plumbline.kit.idempotency.Idempotency;
import dev.plumbline.kit.idempotency.StoredAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Adds the secret to an answer on its way out: the answer that is kept for a repeated request has none. */
@ApplicationScoped
class SecretAnswers {
    private final Idempotency idempotency;
    private final Secrets secrets;
    private final ObjectMapper json;

    SecretAnswers(Idempotency idempotency, Secrets secrets, ObjectMapper json) {
        this.idempotency = idempotency;
        this.secrets = secrets;
        this.json = json;
    }

    /** @param stored has a webhook's id, and the id of the secret that is shown */
    Response withSecret(StoredAnswer stored) {
        try {
            ObjectNode body = (ObjectNode) json.readTree(stored.body());
            UUID webhookId = UUID.fromString(body.path("id").asText());
            SecretId id = SecretId.parse(webhookId, body.path("secretId").asText());
            secrets.show(id).ifPresent(secret -> body.put("secret", secret));
            return Response.fromResponse(idempotency.respond(stored, body))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer is not JSON", e);
        }
    }
}
