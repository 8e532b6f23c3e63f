package dev.plumbline.decision.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.GateOutcome;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.NodeScore;
import org.jspecify.annotations.Nullable;

/** Writes a decision as the public JSON of decision semantics, section 7: scores floored to two decimals. */
public final class DecisionJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DecisionJson() {}

    /** The fields of section 7. */
    public static ObjectNode toJson(Decision decision) {
        ObjectNode json = JSON.objectNode();
        json.put("recommendation", decision.recommendation().name());
        json.put("band", decision.band() == null ? null : decision.band().name());
        json.put("complete", decision.complete());
        json.set("total", total(decision.total()));
        json.set("gates", gates(decision));
        json.set("nodes", nodes(decision));
        return json;
    }

    private static @Nullable ObjectNode total(@Nullable Interval total) {
        return total == null ? null : interval(total);
    }

    /** A total or any other interval, floored to two decimals: {@code {"low": "74.50", "high": "74.50"}}. */
    public static ObjectNode interval(Interval interval) {
        return JSON.objectNode()
                .put("low", interval.low().toDisplay())
                .put("high", interval.high().toDisplay());
    }

    /** The gates in the rubric's order. */
    public static ArrayNode gates(Decision decision) {
        ArrayNode gates = JSON.arrayNode(decision.gates().size());
        for (GateOutcome gate : decision.gates()) {
            gates.addObject().put("gate", gate.gate()).put("state", gate.state().name());
        }
        return gates;
    }

    private static ObjectNode nodes(Decision decision) {
        ObjectNode nodes = JSON.objectNode();
        for (NodeScore node : decision.nodes()) {
            nodes.set(
                    node.node(),
                    switch (node) {
                        case NodeScore.Waived _ -> JSON.objectNode().put("waived", true);
                        case NodeScore.Scored scored ->
                            interval(scored.interval()).put("complete", scored.complete());
                    });
        }
        return nodes;
    }
}
