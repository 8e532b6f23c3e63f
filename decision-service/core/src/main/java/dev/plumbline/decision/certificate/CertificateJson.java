package dev.plumbline.decision.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.json.CanonicalJson;
import dev.plumbline.decision.json.Digests;
import dev.plumbline.decision.json.FactJson;
import dev.plumbline.decision.json.RubricJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Certificates as JSON (docs/certificates.md). Everything is written as {@link CanonicalJson#tree} does, numbers as
 * texts too: a certificate has exactly one form, and no reader has to agree on floating point.
 */
public final class CertificateJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The longest file that is issued and verified, in bytes: some 80,000 decisions. */
    public static final int MOST_BYTES = 64 << 20;

    /**
     * What a decision takes in the file at the least, in bytes, without its facts: four digests of 64 digits and the names of
     * its members.
     */
    public static final int LEAST_BYTES_OF_DECISION = 400;

    private CertificateJson() {}

    /** The bytes that are signed: the certificate without its signature. */
    public static byte[] bytes(Certificate certificate) {
        return CanonicalJson.tree(tree(certificate));
    }

    /**
     * The whole file, {@code {"certificate": ..., "signature": ...}}; the signed bytes stand in it as they are.
     *
     * @param value the signature over {@link #bytes}
     */
    public static byte[] file(Certificate certificate, String keyId, byte[] value) {
        return file(bytes(certificate), keyId, value);
    }

    /**
     * As above, of a certificate that has been written already.
     *
     * @param signed {@link #bytes} of it
     */
    public static byte[] file(byte[] signed, String keyId, byte[] value) {
        ObjectNode signature = JSON.objectNode()
                .put("algorithm", DecisionKey.ALGORITHM)
                .put("keyId", keyId)
                .put("value", DecisionKey.base64(value));
        // In the order of their names, as canonical JSON has them.
        byte[] before = "{\"certificate\":".getBytes(StandardCharsets.UTF_8);
        byte[] between = ",\"signature\":".getBytes(StandardCharsets.UTF_8);
        byte[] written = CanonicalJson.tree(signature);
        return ByteBuffer.allocate(before.length + signed.length + between.length + written.length + 1)
                .put(before)
                .put(signed)
                .put(between)
                .put(written)
                .put((byte) '}')
                .array();
    }

    private static ObjectNode tree(Certificate certificate) {
        ObjectNode json = JSON.objectNode();
        json.put("applicationId", certificate.applicationId());
        ArrayNode decisions = json.putArray("decisions");
        certificate
                .decisions()
                .forEach(decision -> decisions.add(record(decision).put("recordDigest", decision.recordDigest())));
        json.put("format", Certificate.FORMAT);
        json.put("number", certificate.number());
        json.set("outcome", certificate.outcome());
        json.set("rubrics", rubrics(certificate.rubrics()));
        return json;
    }

    private static ArrayNode rubrics(List<CertifiedRubric> rubrics) {
        ArrayNode json = JSON.arrayNode();
        for (CertifiedRubric rubric : rubrics) {
            json.add(rubric(rubric.jobId(), rubric.version(), rubric.rubric()).put("digest", rubric.digest()));
        }
        return json;
    }

    private static ObjectNode rubric(String jobId, int version, Rubric rubric) {
        ObjectNode json = JSON.objectNode().put("jobId", jobId).put("version", version);
        json.set("rubric", RubricJson.toJson(rubric));
        return json;
    }

    /** Over a rubric version as the certificate has it, its defaults written out, without this digest. */
    static String rubricDigest(String jobId, int version, Rubric rubric) {
        return digest(rubric(jobId, version, rubric));
    }

    private static ObjectNode record(CertifiedDecision decision) {
        ObjectNode json = JSON.objectNode();
        json.put("number", decision.number()).put("decidedAt", decision.decidedAt());
        json.putObject("trigger").put("eventId", decision.eventId()).put("eventType", decision.eventType());
        json.put("rubric", decision.rubricDigest()).put("rubricVersion", decision.rubricVersion());
        json.put("withdrawn", decision.withdrawn()).put("published", decision.published());
        json.put("inputDigest", decision.inputDigest());
        json.put("contentDigest", decision.contentDigest());
        json.put("chainDigest", decision.chainDigest());
        ArrayNode facts = json.putArray("facts");
        for (Fact fact : decision.facts()) {
            facts.add(FactJson.toJson(fact).put("kind", fact.identity().kind().name()));
        }
        return json;
    }

    /** Over the decision's record as the certificate has it, without this digest, and with {@code applicationId}. */
    static String recordDigest(String applicationId, CertifiedDecision decision) {
        return digest(record(decision).put("applicationId", applicationId));
    }

    /** SHA-256 over a tree's canonical form, 64 hexadecimal digits. */
    private static String digest(JsonNode tree) {
        return Digests.sha256(CanonicalJson.tree(tree));
    }
}
