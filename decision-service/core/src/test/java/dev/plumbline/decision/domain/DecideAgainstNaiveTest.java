package dev.plumbline.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecideAgainstNaiveTest {

    private static final int CASES = 1_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_011, 40_009})
    void agrees_with_a_plain_reading_of_the_text(long seed) {
        for (int i = 0; i < CASES; i++) {
            RandomCase drawn = new RandomCase(seed + i, 1 + i % 9);
            Decision decision = Decide.decide(drawn.rubric(), drawn.evidence());

            assertSame(new NaiveDecision(drawn.rubric(), drawn.evidence()), decision, "seed " + (seed + i));
        }
    }

    @Test
    void the_generator_meets_every_recommendation_band_and_gate_state() {
        Set<Object> met = new HashSet<>();
        for (int i = 0; i < CASES; i++) {
            RandomCase drawn = new RandomCase(i, 1 + i % 9);
            Decision decision = Decide.decide(drawn.rubric(), drawn.evidence());
            met.add(decision.recommendation());
            met.add(String.valueOf(decision.band()));
            decision.gates().forEach(gate -> met.add(gate.state()));
            met.add("waived root " + (decision.total() == null));
        }

        assertThat(met)
                .contains((Object[]) Recommendation.values())
                .contains((Object[]) GateState.values())
                .contains("STRONG", "DISCUSS", "FAIL", "null", "waived root true");
    }

    static void assertSame(NaiveDecision expected, Decision actual, String about) {
        assertThat(actual.recommendation()).as(about).isEqualTo(expected.recommendation);
        assertThat(actual.band()).as(about).isEqualTo(expected.band);
        assertThat(actual.complete()).as(about).isEqualTo(!expected.root.isWaived() && expected.root.complete());
        actual.gates().forEach(gate -> assertThat(gate.state()).as(about).isEqualTo(expected.gates.get(gate.gate())));
        assertThat(actual.nodes())
                .as(about)
                .extracting(NodeScore::node)
                .containsExactlyElementsOf(expected.nodes.keySet());
        for (NodeScore node : actual.nodes()) {
            NaiveTree.Score score = expected.nodes.get(node.node());
            assertThat(score).isNotNull();
            switch (node) {
                case NodeScore.Waived _ ->
                    assertThat(score.isWaived()).as(about).isTrue();
                case NodeScore.Scored scored -> {
                    assertThat(scored.interval().low().toBigFraction())
                            .as(about)
                            .isEqualTo(score.low());
                    assertThat(scored.interval().high().toBigFraction())
                            .as(about)
                            .isEqualTo(score.high());
                    assertThat(scored.complete()).as(about).isEqualTo(score.complete());
                }
            }
        }
    }
}
