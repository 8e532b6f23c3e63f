package dev.plumbline.decision.app.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.plumbline.kit.problem.ProblemException;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of webhooks, and what they sign. They are derived, not stored: HMAC-SHA256 (RFC 2104) of the webhook's id and
 * the secret's generation under the configured key, which are 32 bytes, as Standard Webhooks 1.0 wants 24 to 64.
 */
@Startup
@Singleton
public class Secrets {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;
    private static final int FINGERPRINT_BYTES = 8;

    /** By fingerprint, the present one first. */
    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();

    Secrets(WebhookSettings settings) {
        settings.key().ifPresent(this::add);
        settings.previousKey().ifPresent(this::add);
        if (settings.key().isEmpty() && settings.previousKey().isPresent()) {
            throw new IllegalStateException("plumbline.webhooks.previous-key is set without plumbline.webhooks.key");
        }
    }

    private void add(String key) {
        if (key.length() < SHORTEST_KEY) {
            throw new IllegalStateException("plumbline.webhooks.key must have " + SHORTEST_KEY
                    + " characters or more; make one with `openssl rand -base64 32`");
        }
        SecretKeySpec spec = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        byte[] fingerprint = hmac(spec, "webhook-key");
        keys.put(HexFormat.of().formatHex(fingerprint, 0, FINGERPRINT_BYTES), spec);
    }

    /** Whether a key is configured, and so whether there are webhooks at all. */
    public boolean areOn() {
        return !keys.isEmpty();
    }

    /**
     * The secret of this generation under the present key.
     *
     * @throws ProblemException 409 where no key is configured
     */
    SecretId next(UUID webhookId, int generation) {
        String key = keys.keySet().stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(new WebhookError.WebhooksAreOff()));
        return new SecretId(webhookId, generation, key);
    }

    /** A secret as its owner gets it, {@code whsec_} and base64; empty where its key is not configured any more. */
    public Optional<String> show(SecretId id) {
        return derive(id).map(secret -> "whsec_" + Base64.getEncoder().encodeToString(secret));
    }

    /**
     * The {@code webhook-signature} header: one signature for each live secret, the present one's first.
     *
     * @param eventId the {@code webhook-id}
     * @param time of the attempt, the {@code webhook-timestamp} in whole seconds
     * @return empty where no live secret's key is configured any more
     */
    Optional<String> sign(List<SecretId> live, String eventId, Instant time, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        List<String> signatures = new ArrayList<>(live.size());
        for (SecretId id : live) {
            derive(id).ifPresent(secret -> signatures.add(sign(secret, eventId, time, text)));
        }
        return signatures.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", signatures));
    }

    static String sign(byte[] secret, String eventId, Instant time, String body) {
        try {
            return new Webhook(secret).sign(eventId, time.getEpochSecond(), body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private Optional<byte[]> derive(SecretId id) {
        return Optional.ofNullable(keys.get(id.key()))
                .map(key -> hmac(key, "webhook/" + id.webhookId() + "/" + id.generation()));
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "Secrets under " + keys.keySet();
    }
}
