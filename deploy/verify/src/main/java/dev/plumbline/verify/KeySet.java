package dev.plumbline.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.certificate.DecisionKey;
import dev.plumbline.decision.json.ExactJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The public keys that certificates are verified with, from a JSON web key set (RFC 7517). */
final class KeySet {
    private final Map<String, DecisionKey> keys;

    private KeySet(Map<String, DecisionKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * Reads a set; keys of other kinds are left out, as RFC 7517, section 5, wants.
     *
     * @throws Unverifiable where it is no set, has no Ed25519 key, or a key's id is not its thumbprint
     */
    static KeySet read(byte[] json) {
        Map<String, DecisionKey> keys = new HashMap<>();
        for (JsonNode jwk : parse(json).path("keys")) {
            boolean isOurs = "OKP".equals(jwk.path("kty").textValue())
                    && DecisionKey.ALGORITHM.equals(jwk.path("crv").textValue());
            if (isOurs) {
                DecisionKey key = key(jwk);
                keys.put(key.id(), key);
            }
        }
        if (keys.isEmpty()) {
            throw new Unverifiable("The keys hold no Ed25519 key.");
        }
        return new KeySet(keys);
    }

    private static JsonNode parse(byte[] json) {
        try {
            return ExactJson.parse(json);
        } catch (JsonProcessingException e) {
            throw new Unverifiable("The keys are no JSON.");
        }
    }

    private static DecisionKey key(JsonNode jwk) {
        try {
            DecisionKey key = DecisionKey.of(jwk.path("x").asText());
            if (jwk.has("kid") && !key.id().equals(jwk.path("kid").textValue())) {
                throw new Unverifiable("The id of a key, "
                        + Plain.text(jwk.path("kid").asText()) + ", is not its thumbprint: the keys were changed.");
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw new Unverifiable("The keys hold one that is no Ed25519 key.");
        }
    }

    Optional<DecisionKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }
}
