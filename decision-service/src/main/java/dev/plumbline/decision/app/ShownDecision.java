package dev.plumbline.decision.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.GateOutcome;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.events.DecisionChanged.Gate;
import dev.plumbline.decision.events.DecisionChanged.Total;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What an event shows of a decision's outcome.
 *
 * @param gates in the rubric's order
 */
record ShownDecision(
        String recommendation,
        @Nullable String band,
        boolean complete,
        @Nullable Total total,
        List<Gate> gates) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ShownDecision of(Decision decision) {
        Interval total = decision.total();
        return new ShownDecision(
                decision.recommendation().name(),
                decision.band() == null ? null : decision.band().name(),
                decision.complete(),
                total == null
                        ? null
                        : new Total(total.low().toDisplay(), total.high().toDisplay()),
                decision.gates().stream()
                        .map(gate -> new Gate(gate.gate(), gate.state().name()))
                        .toList());
    }

    /**
     * The same, read back from the canonical JSON of the outcome.
     *
     * @param gateOrder what {@link #gateOrder} said of the decision
     */
    static ShownDecision read(byte[] outcome, byte @Nullable [] gateOrder) {
        JsonNode json = parse(outcome);
        JsonNode total = json.path("total");
        List<Gate> gates = new ArrayList<>();
        int count = json.path("gates").size();
        for (int i = 0; i < count; i++) {
            JsonNode gate = json.path("gates").path(gateOrder == null ? i : gateOrder[i]);
            gates.add(new Gate(gate.path("gate").asText(), gate.path("state").asText()));
        }
        return new ShownDecision(
                json.path("recommendation").asText(),
                json.path("band").textValue(),
                json.path("complete").asBoolean(),
                total.isNull()
                        ? null
                        : new Total(
                                total.path("low").asText(), total.path("high").asText()),
                gates);
    }

    private static JsonNode parse(byte[] outcome) {
        try {
            return JSON.readTree(outcome);
        } catch (IOException e) {
            throw new UncheckedIOException("A stored outcome is no JSON", e);
        }
    }

    /**
     * For each gate in the rubric's order its place in the outcome, where they are sorted by id (a rubric has at most 100);
     * null where that is the same order.
     */
    static byte @Nullable [] gateOrder(Decision decision) {
        List<String> gates = decision.gates().stream().map(GateOutcome::gate).toList();
        if (IntStream.range(1, gates.size()).allMatch(i -> gates.get(i - 1).compareTo(gates.get(i)) <= 0)) {
            return null;
        }
        List<String> sorted = gates.stream().sorted(Comparator.naturalOrder()).toList();
        byte[] order = new byte[gates.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (byte) Collections.binarySearch(sorted, gates.get(i));
        }
        return order;
    }
}
