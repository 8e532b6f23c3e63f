package dev.plumbline.decision.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactContent;
import dev.plumbline.decision.domain.FactIdentity;
import dev.plumbline.decision.domain.FactKind;
import dev.plumbline.decision.domain.RedFlag;

/**
 * Facts, and their JSON as events carry it: what identifies the fact, its {@code revision}, and its content as a row of
 * the evidence, or {@code "retracted": true} for a tombstone. A red flag's id is named {@code redFlagId}.
 */
public final class FactJson {

    private FactJson() {}

    /**
     * A fact.
     *
     * @param revision 1 or more
     */
    public static Fact fact(long revision, FactContent content) {
        return new Fact(content.identity(), revision, content, Digests.fact(content));
    }

    /**
     * A tombstone: the fact is retracted.
     *
     * @param revision 1 or more
     */
    public static Fact tombstone(long revision, FactIdentity identity) {
        return new Fact(identity, revision, null, Digests.fact(null));
    }

    /** The fact as JSON, which {@link #read} reads back. */
    public static ObjectNode toJson(Fact fact) {
        FactContent content = fact.content();
        ObjectNode json = switch (content) {
            case null -> identity(fact.identity()).put("retracted", true);
            case RedFlag flag -> {
                ObjectNode row = RowJson.of(flag);
                row.set("redFlagId", row.remove("id"));
                yield row;
            }
            default -> RowJson.of(content);
        };
        return json.put("revision", fact.revision());
    }

    private static ObjectNode identity(FactIdentity identity) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (identity) {
            case FactIdentity.Lifecycle _, FactIdentity.Screening _ -> {}
            case FactIdentity.Section section -> json.put("section", section.section());
            case FactIdentity.Panel panel -> json.put("question", panel.question());
            case FactIdentity.Rating rating ->
                json.put("question", rating.question()).put("rater", rating.rater());
            case FactIdentity.RedFlag flag -> json.put("redFlagId", flag.id());
            case FactIdentity.Attestation attestation ->
                json.put("gate", attestation.gate()).put("rater", attestation.rater());
            case FactIdentity.Waiver waiver -> json.put("node", waiver.node());
        }
        return json;
    }

    /**
     * A fact of this kind, or every fault, with pointers from the root of {@code json}. Unknown fields are ignored, as
     * whoever consumes events must; a rating is taken whatever its scale, which may not be known yet.
     *
     * @param json the data of an event, a tree without binary floating point
     */
    public static Reading<Fact> read(FactKind kind, JsonNode json) {
        Faults faults = Faults.ofEvent();
        Fields fields = new Value(json, Place.prefix(""), faults).asFields();
        Fact fact = fields == null ? null : FactRows.fact(kind, fields);
        return fact == null || !faults.isEmpty() ? new Reading.Invalid<>(faults.toList()) : new Reading.Valid<>(fact);
    }
}
