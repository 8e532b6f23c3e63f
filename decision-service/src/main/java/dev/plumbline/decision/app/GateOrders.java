package dev.plumbline.decision.app;

import dev.plumbline.decision.app.DecisionHistory.LifecycleShare;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Rubric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The order of the gates of the rubrics that an application's decisions were made under. A decision has its rubric's
 * version; the job that the version is of is the one that the application belonged to by then, and may be another one by
 * now.
 */
final class GateOrders {
    private final DecisionHistory history;
    private final Rubrics rubrics;
    private final NavigableMap<Integer, Lifecycle> lifecycles = new TreeMap<>();
    private final Map<Version, List<Rubric>> contents = new HashMap<>();

    private record Version(UUID job, int version) {}

    private GateOrders(DecisionHistory history, Rubrics rubrics) {
        this.history = history;
        this.rubrics = rubrics;
    }

    /** Those of a decision and all before it. */
    static GateOrders until(PastDecision last, DecisionHistory history, Rubrics rubrics) {
        GateOrders orders = new GateOrders(history, rubrics);
        List<Fact> known = new ArrayList<>();
        for (LifecycleShare share : history.lifecycleUntil(last.applicationId(), last.number())) {
            known.addAll(share.facts());
            Facts.of(known).lifecycle().ifPresent(lifecycle -> orders.lifecycles.put(share.number(), lifecycle));
        }
        return orders;
    }

    /** The ids of the gates; none where the rubric is not known any more. */
    List<String> of(PastDecision decision) {
        Map.Entry<Integer, Lifecycle> since = lifecycles.floorEntry(decision.number());
        if (since == null) {
            return List.of();
        }
        Version version = new Version(UUID.fromString(since.getValue().jobId()), decision.rubricVersion());
        List<Rubric> known = contents.computeIfAbsent(version, key -> rubrics.contents(key.job(), key.version()));
        // Hardly ever is there more than one content of a version, and another order of gates in it.
        return known.stream().map(GateOrders::order).distinct().count() > 1
                ? order(deciding(decision, since.getValue(), known))
                : known.stream().findFirst().map(GateOrders::order).orElse(List.of());
    }

    private static List<String> order(Rubric rubric) {
        return rubric.gates().stream().map(Gate::id).toList();
    }

    /**
     * Of the contents of a version the one that gives the decision again. Where several do, the one that holds now: what is
     * stored of a decision has its gates sorted, so nothing tells then which of the orders was meant.
     */
    private Rubric deciding(PastDecision decision, Lifecycle lifecycle, List<Rubric> known) {
        Facts facts = Facts.of(history.factsUntil(decision.applicationId(), decision.number()));
        return known.stream()
                .filter(rubric -> decision.isMadeOf(facts, lifecycle, new CompiledRubric(rubric)))
                .findFirst()
                .orElse(known.getFirst());
    }
}
