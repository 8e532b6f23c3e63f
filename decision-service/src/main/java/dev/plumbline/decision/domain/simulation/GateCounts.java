package dev.plumbline.decision.domain.simulation;

import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.GateOutcome;
import dev.plumbline.decision.domain.GateState;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often each gate stands where, over many decisions. */
public final class GateCounts {
    private final Map<String, EnumMap<GateState, Integer>> counts = new LinkedHashMap<>();

    /** Counts the gates of one more decision. */
    public void add(Decision decision) {
        for (GateOutcome gate : decision.gates()) {
            counts.computeIfAbsent(gate.gate(), id -> new EnumMap<>(GateState.class))
                    .merge(gate.state(), 1, Integer::sum);
        }
    }

    /** The counts by gate, in the order in which gates were first seen. */
    public Map<String, Map<GateState, Integer>> all() {
        Map<String, Map<GateState, Integer>> all = new LinkedHashMap<>();
        counts.forEach((gate, states) -> all.put(gate, Map.copyOf(states)));
        return all;
    }
}
