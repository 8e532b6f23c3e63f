package dev.plumbline.decision.app.webhook;

import java.util.UUID;

/**
 * Which secret of a webhook it is: says nothing of the secret itself.
 *
 * @param webhookId whose
 * @param generation 1 for the first; one more with every rotation
 * @param key the fingerprint of the configured key that it is derived from
 */
public record SecretId(UUID webhookId, int generation, String key) {
    /** As it is shown: {@code 2-6b1f09d4a3c2e871}. */
    public String text() {
        return generation + "-" + key;
    }

    /** The secret of this webhook that is shown like this. */
    public static SecretId parse(UUID webhookId, String text) {
        int dash = text.indexOf('-');
        return new SecretId(webhookId, Integer.parseInt(text.substring(0, dash)), text.substring(dash + 1));
    }
}
