package dev.plumbline.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.certificate.Certificate;
import dev.plumbline.decision.certificate.CertificateCheck;
import dev.plumbline.decision.certificate.DecisionKey;
import dev.plumbline.decision.certificate.Discrepancy;
import dev.plumbline.decision.json.CanonicalJson;
import dev.plumbline.decision.json.ExactJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of verifying a certificate.
 *
 * @param certificate empty where it cannot be read
 * @param keyId of the key that it says it is signed with
 * @param discrepancies none where everything holds
 */
record Verification(Optional<Certificate> certificate, String keyId, List<Discrepancy> discrepancies) {

    Verification {
        discrepancies = List.copyOf(discrepancies);
    }

    /** Verifies the bytes of a certificate's file. */
    static Verification of(byte[] file, KeySet keys) {
        List<Discrepancy> found = new ArrayList<>();
        Optional<JsonNode> json = parse(file, found);
        if (json.isEmpty()) {
            return new Verification(Optional.empty(), "", found);
        }
        requireCanonical(file, json.get(), found);
        Members members = new Members(json.get(), "", Set.of("certificate", "signature"), found);
        Optional<Certificate> certificate = CertificateReader.read(members.get("certificate"), found);
        certificate.ifPresent(one -> found.addAll(CertificateCheck.of(one)));
        String keyId = signature(members, keys, found);
        return new Verification(certificate, keyId, found);
    }

    private static Optional<JsonNode> parse(byte[] file, List<Discrepancy> found) {
        try {
            JsonNode json = ExactJson.parse(file);
            Optional<String> number = Place.ofNumber(file);
            if (json.isMissingNode()) {
                found.add(new Discrepancy("", null, "is empty"));
            } else if (number.isPresent()) {
                found.add(new Discrepancy(number.get(), null, "is a number: a certificate writes numbers as texts"));
            } else {
                return Optional.of(json);
            }
        } catch (JsonProcessingException e) {
            long offset =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
            found.add(new Discrepancy(
                    Place.of(file, offset), null, "is no well-formed JSON, or names a field twice, at byte " + offset));
        }
        return Optional.empty();
    }

    private static void requireCanonical(byte[] file, JsonNode json, List<Discrepancy> found) {
        try {
            int differs = Arrays.mismatch(file, CanonicalJson.tree(json));
            if (differs >= 0) {
                found.add(new Discrepancy(
                        Place.of(file, differs), null, "is not as canonical JSON writes it, from byte " + differs));
            }
        } catch (IllegalArgumentException e) {
            found.add(new Discrepancy("", null, "has a half of a character, which canonical JSON cannot have"));
        }
    }

    private static String signature(Members file, KeySet keys, List<Discrepancy> found) {
        Members signature =
                new Members(file.get("signature"), "/signature", Set.of("algorithm", "keyId", "value"), found);
        signature.text("algorithm", DecisionKey.ALGORITHM::equals, "must be " + DecisionKey.ALGORITHM);
        String value = signature.text("value", Verification::isSignature, "must be 64 bytes in base64url");
        String keyId = signature.text("keyId");
        if (keyId.isEmpty() || value.isEmpty() || file.get("certificate").isMissingNode()) {
            return keyId;
        }
        Optional<DecisionKey> key = keys.find(keyId);
        if (key.isEmpty()) {
            found.add(new Discrepancy("/signature/keyId", null, "none of the keys has this id"));
        } else if (!key.get()
                .verifies(
                        CanonicalJson.tree(file.get("certificate")),
                        Base64.getUrlDecoder().decode(value))) {
            found.add(new Discrepancy(
                    "/signature/value",
                    null,
                    found.isEmpty()
                            ? "the key did not make it, though all that is certified agrees with itself: the signature"
                                    + " was changed, or the whole was made by somebody else"
                            : "the key did not make it over this certificate"));
        }
        return keyId;
    }

    private static boolean isSignature(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length == DecisionKey.SIGNATURE_BYTES
                    && DecisionKey.base64(bytes).equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
