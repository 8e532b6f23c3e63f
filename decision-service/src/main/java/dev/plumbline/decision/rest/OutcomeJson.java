package dev.plumbline.decision.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.decision.rest.OutcomeResponse.GateStanding;
import dev.plumbline.decision.rest.OutcomeResponse.NodeStanding;
import dev.plumbline.decision.rest.OutcomeResponse.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the outcome of a stored decision back from its canonical JSON. */
public final class OutcomeJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OutcomeJson() {}

    /**
     * The outcome as it is answered.
     *
     * @param gateOrder the ids of the rubric's gates, in its order; the canonical form has them sorted
     */
    public static OutcomeResponse read(byte[] outcome, List<String> gateOrder) {
        JsonNode json = parse(outcome);
        List<GateStanding> gates = new ArrayList<>();
        json.path("gates")
                .forEach(gate -> gates.add(new GateStanding(
                        gate.path("gate").asText(), gate.path("state").asText())));
        gates.sort(Comparator.comparingInt(gate -> gateOrder.indexOf(gate.gate())));
        Map<String, NodeStanding> nodes = new LinkedHashMap<>();
        json.path("nodes").properties().forEach(node -> nodes.put(node.getKey(), node(node.getValue())));
        return new OutcomeResponse(
                json.path("recommendation").asText(),
                textOrNull(json.path("band")),
                json.path("complete").asBoolean(),
                range(json.path("total")),
                gates,
                nodes);
    }

    private static NodeStanding node(JsonNode node) {
        return node.has("waived")
                ? new NodeStanding(null, null, null, true)
                : new NodeStanding(
                        textOrNull(node.path("low")),
                        textOrNull(node.path("high")),
                        node.path("complete").asBoolean(),
                        null);
    }

    private static @Nullable Range range(JsonNode range) {
        return range.isObject()
                ? new Range(range.path("low").asText(), range.path("high").asText())
                : null;
    }

    private static @Nullable String textOrNull(JsonNode text) {
        return text.isTextual() ? text.textValue() : null;
    }

    private static JsonNode parse(byte[] outcome) {
        try {
            return MAPPER.readTree(outcome);
        } catch (IOException e) {
            throw new UncheckedIOException("A stored outcome is no JSON", e);
        }
    }
}
