package dev.plumbline.decision.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.domain.Evidence;

/** Writes evidence as the JSON that {@link EvidenceReader} reads, every list present and sorted by identity. */
public final class EvidenceJson {

    private EvidenceJson() {}

    /** The evidence, whole. */
    public static ObjectNode toJson(Evidence evidence) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("sections", RowJson.rows(evidence.sections()));
        json.set("panel", RowJson.rows(evidence.panel()));
        json.set("ratings", RowJson.rows(evidence.ratings()));
        json.set("redFlags", RowJson.rows(evidence.redFlags()));
        json.set("attestations", RowJson.rows(evidence.attestations()));
        json.set("screening", RowJson.screening(evidence.screening()));
        json.set("waivers", RowJson.rows(evidence.waivers()));
        return json;
    }
}
