package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.domain.webhook.Outcome;
import java.util.Map;

/** Those that webhooks are sent to. */
public interface Receivers {
    /**
     * Posts a message and waits for the whole answer, for as long as one attempt may take.
     *
     * @param url without fault, see {@link dev.plumbline.decision.domain.webhook.ReceiverUrl}
     * @param headers besides those of HTTP itself
     */
    Outcome post(String url, Map<String, String> headers, byte[] body);
}
