package dev.plumbline.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small rubrics, and every way their evidence can end: what a decision says about the future is exactly what all the
 * ends, each judged by a plain reading of the text, have in common.
 */
class BruteForceTest {

    private static final int CASES = 150;
    private static final int MOST_ENDS = 800;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 30_001})
    void says_exactly_what_all_ends_have_in_common(long seed) {
        int checked = 0;
        for (int i = 0; i < CASES; i++) {
            RandomCase drawn = new RandomCase(seed + i, 1 + i % 3);
            List<NaiveDecision> ends = ends(drawn);
            if (!ends.isEmpty()) {
                Decision decision = Decide.decide(drawn.rubric(), drawn.evidence());
                String about = "seed " + (seed + i);
                assertIntervals(decision, ends, about);
                assertGates(drawn, decision, ends, about);
                assertOutcome(decision, ends, about);
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(CASES / 2);
    }

    /** Every way the evidence can end; none where there are too many. */
    private static List<NaiveDecision> ends(RandomCase drawn) {
        Later later = new Later(drawn.rubric());
        Set<Evidence> ends = new LinkedHashSet<>();
        Set<Evidence> seen = new HashSet<>();
        Deque<Evidence> open = new ArrayDeque<>(List.of(drawn.evidence()));
        while (!open.isEmpty() && seen.size() < MOST_ENDS) {
            Evidence next = open.pop();
            List<Evidence> steps = later.steps(next);
            if (steps.isEmpty()) {
                ends.add(next);
            }
            steps.stream().filter(seen::add).forEach(open::push);
        }
        return open.isEmpty()
                ? ends.stream()
                        .map(end -> new NaiveDecision(drawn.rubric(), end))
                        .toList()
                : List.of();
    }

    private static void assertIntervals(Decision decision, List<NaiveDecision> ends, String about) {
        for (NodeScore node : decision.nodes()) {
            List<BigFraction> scores = ends.stream()
                    .map(end -> Objects.requireNonNull(end.nodes.get(node.node())))
                    .filter(score -> !score.isWaived())
                    .map(NaiveTree.Score::lowest)
                    .sorted()
                    .toList();
            switch (node) {
                case NodeScore.Waived _ -> assertThat(scores).as(about).isEmpty();
                case NodeScore.Scored scored -> {
                    assertThat(scored.interval().low().toBigFraction())
                            .as(about)
                            .isEqualTo(scores.getFirst());
                    assertThat(scored.interval().high().toBigFraction())
                            .as(about)
                            .isEqualTo(scores.getLast());
                }
            }
        }
    }

    private static void assertGates(RandomCase drawn, Decision decision, List<NaiveDecision> ends, String about) {
        Map<String, Set<@Nullable GateState>> states = new HashMap<>();
        drawn.rubric()
                .gates()
                .forEach(gate -> states.put(
                        gate.id(),
                        ends.stream().map(end -> end.gates.get(gate.id())).collect(Collectors.toSet())));
        for (int i = 0; i < decision.gates().size(); i++) {
            GateOutcome outcome = decision.gates().get(i);
            Set<@Nullable GateState> possible = Objects.requireNonNull(states.get(outcome.gate()));
            if (outcome.state() != GateState.PENDING) {
                assertThat(possible).as(about).containsExactly(outcome.state());
            } else if (isExact(drawn.rubric().gates().get(i))) {
                assertThat(possible.size() > 1 || possible.contains(GateState.PENDING))
                        .as(about + " " + outcome + " " + possible)
                        .isTrue();
            }
        }
    }

    /**
     * Whether a pending gate has more than one end. One over several nodes can be pending though they cannot all pass,
     * and one over questions is pending while a section has none, by the text.
     */
    private static boolean isExact(Gate gate) {
        return switch (gate) {
            case Gate.MinScore score -> score.nodes().size() == 1;
            case Gate.MinRight _, Gate.NoRedFlags _ -> false;
            case Gate.Attestation _, Gate.Screening _ -> true;
        };
    }

    private static void assertOutcome(Decision decision, List<NaiveDecision> ends, String about) {
        Set<Recommendation> recommendations =
                ends.stream().map(end -> end.recommendation).collect(Collectors.toSet());
        Set<String> bands = ends.stream().map(end -> String.valueOf(end.band)).collect(Collectors.toSet());
        if (decision.recommendation() != Recommendation.PENDING) {
            assertThat(recommendations).as(about).containsExactly(decision.recommendation());
        }
        if (decision.band() != null) {
            assertThat(bands).as(about).containsExactly(decision.band().name());
        } else if (decision.total() != null) {
            assertThat(bands).as(about).hasSizeGreaterThan(1);
        }
    }
}
