package dev.plumbline.decision.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.FactContent;
import dev.plumbline.decision.domain.GateOutcome;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.NodeScore;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that digests are taken over: canonical JSON (RFC 8785) in UTF-8, every list sorted by the identity of its
 * elements (texts compared by UTF-16 code units), every number a text, namely its plain decimal without zeros at the end
 * ({@code "8.5"}, {@code "70"}), so that no reader has to agree on floating point. Nothing is left out but a section's
 * {@code questions} where it has none, and defaults are written out.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /**
     * What a decision is made of.
     *
     * <pre>{"evidence":{"attestations":[{"gate","met","rater"}...],"panel":[{"question","raters":[...]}...],
     * "ratings":[{"question","rater","rating"}...],"redFlags":[{"category","id","state"}...],
     * "screening":[{"criterion","met"}...],
     * "sections":[{"earned","pending","possible","questions":{"pending","right","total"},"section"}...],
     * "waivers":[{"node","reason"}...]},"rubricVersion":"3","withdrawn":false}</pre>
     *
     * One panel row for a question, its raters sorted; every list present, empty where there is nothing.
     */
    public static byte[] input(Evidence evidence, int rubricVersion, boolean withdrawn) {
        return writeInput(evidence, rubricVersion, withdrawn).toBytes();
    }

    static CanonicalWriter writeInput(Evidence evidence, int rubricVersion, boolean withdrawn) {
        CanonicalWriter json = new CanonicalWriter().beginObject().name("evidence");
        CanonicalRows.evidence(json, evidence);
        return json.name("rubricVersion")
                .text(Integer.toString(rubricVersion))
                .name("withdrawn")
                .truth(withdrawn)
                .endObject();
    }

    /**
     * What a decision says: the fields of section 7 with scores as they are displayed, gates sorted by id here, and what
     * it was made under.
     *
     * <pre>{"band":"STRONG"|null,"complete":true,"gates":[{"gate","state"}...],"inputDigest":"64 hex digits",
     * "nodes":{"id":{"complete","high","low"}|{"waived":true}...},"recommendation":"ADVANCE",
     * "rubricVersion":"3","total":{"high","low"}|null,"withdrawn":false}</pre>
     *
     * @param inputDigest {@code null} leaves its member out: what is left is all that a published decision shows
     */
    public static byte[] content(
            Decision decision, int rubricVersion, boolean withdrawn, @Nullable String inputDigest) {
        CanonicalWriter json = new CanonicalWriter().beginObject().name("band");
        textOrNothing(json, decision.band() == null ? null : decision.band().name());
        json.name("complete").truth(decision.complete()).name("gates");
        gates(json, decision.gates());
        if (inputDigest != null) {
            json.name("inputDigest").text(inputDigest);
        }
        json.name("nodes");
        nodes(json, decision.nodes());
        json.name("recommendation").text(decision.recommendation().name());
        json.name("rubricVersion").text(Integer.toString(rubricVersion)).name("total");
        total(json, decision.total());
        return json.name("withdrawn").truth(withdrawn).endObject().toBytes();
    }

    /**
     * A link of the chain of an application's decisions.
     *
     * <pre>{"contentDigest":"64 hex digits","number":"7","predecessor":"64 hex digits"|null}</pre>
     *
     * @param number of the decision, 1 or more
     * @param predecessor the chain digest of the decision before it; {@code null} for the first
     */
    public static byte[] link(String contentDigest, long number, @Nullable String predecessor) {
        return writeLink(contentDigest, number, predecessor).toBytes();
    }

    static CanonicalWriter writeLink(String contentDigest, long number, @Nullable String predecessor) {
        CanonicalWriter json = new CanonicalWriter()
                .beginObject()
                .name("contentDigest")
                .text(contentDigest)
                .name("number")
                .text(Long.toString(number))
                .name("predecessor");
        textOrNothing(json, predecessor);
        return json.endObject();
    }

    /**
     * What a fact says: as a row of the evidence in {@link #input}; {@code {"screening":[...]}} for the screening as a
     * whole; {@code {"externalId","jobId","rubricVersion","status"}} for the lifecycle; {@code {"retracted":true}} for
     * a tombstone. Neither the application nor the revision is part of it: both are the same wherever two are compared.
     *
     * @param content {@code null} for a tombstone
     */
    public static byte[] fact(@Nullable FactContent content) {
        return writeFact(content).toBytes();
    }

    static CanonicalWriter writeFact(@Nullable FactContent content) {
        CanonicalWriter json = new CanonicalWriter();
        if (content == null) {
            json.beginObject().name("retracted").truth(true).endObject();
        } else {
            CanonicalRows.fact(json, content);
        }
        return json;
    }

    /**
     * Any tree: members sorted by name, lists as they are, numbers as texts like everywhere here. One whose plain decimal
     * would have more than 1000 zeros before or behind its digits is written with its exponent, {@code "1.5E+2000"}: no
     * figure of a rubric or of evidence is that large, and what nobody looks at must not fill the memory.
     *
     * @throws IllegalArgumentException if a text or a name has a half of a character, which has no UTF-8
     */
    public static byte[] tree(JsonNode tree) {
        CanonicalWriter json = new CanonicalWriter();
        CanonicalNodes.write(json, tree);
        return json.toBytes();
    }

    private static void gates(CanonicalWriter json, List<GateOutcome> gates) {
        json.beginArray();
        gates.stream()
                .sorted(Comparator.comparing(GateOutcome::gate))
                .forEach(gate -> json.beginObject()
                        .name("gate")
                        .text(gate.gate())
                        .name("state")
                        .text(gate.state().name())
                        .endObject());
        json.endArray();
    }

    /** They come sorted by id. */
    private static void nodes(CanonicalWriter json, List<NodeScore> nodes) {
        json.beginObject();
        for (NodeScore node : nodes) {
            json.name(node.node()).beginObject();
            switch (node) {
                case NodeScore.Waived _ -> json.name("waived").truth(true);
                case NodeScore.Scored scored -> {
                    json.name("complete").truth(scored.complete());
                    ends(json, scored.interval());
                }
            }
            json.endObject();
        }
        json.endObject();
    }

    private static void total(CanonicalWriter json, @Nullable Interval total) {
        if (total == null) {
            json.nothing();
            return;
        }
        json.beginObject();
        ends(json, total);
        json.endObject();
    }

    private static void ends(CanonicalWriter json, Interval interval) {
        json.name("high")
                .text(interval.high().toDisplay())
                .name("low")
                .text(interval.low().toDisplay());
    }

    private static void textOrNothing(CanonicalWriter json, @Nullable String text) {
        if (text == null) {
            json.nothing();
        } else {
            json.text(text);
        }
    }
}
