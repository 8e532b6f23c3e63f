package dev.plumbline.decision.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.domain.Band;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.GateOutcome;
import dev.plumbline.decision.domain.GateState;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.NodeScore;
import dev.plumbline.decision.domain.Recommendation;
import dev.plumbline.decision.json.CanonicalJson;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an event shows is the same whether it is made of the decision or of the outcome that was stored of it. */
class ShownDecisionTest {
    private static final int MOST_GATES = 100;

    private static Decision decision(@Nullable Band band, @Nullable Interval total, String... gates) {
        return new Decision(
                Recommendation.DISCUSS,
                band,
                total != null,
                total,
                Arrays.stream(gates)
                        .map(gate -> new GateOutcome(gate, GateState.values()[gate.length() % 2]))
                        .toList(),
                List.of(new NodeScore.Waived("\"gates\":[")));
    }

    private static void assertComesBack(Decision decision) {
        byte[] outcome = CanonicalJson.content(decision, 3, false, null);
        assertThat(ShownDecision.read(outcome, ShownDecision.gateOrder(decision)))
                .isEqualTo(ShownDecision.of(decision));
    }

    @Test
    void gates_come_back_in_the_order_of_the_rubric() {
        Decision unsorted = decision(Band.STRONG, Interval.UNKNOWN, "talk", "basics", "hard skills", "\u00e9", "a");
        assertThat(ShownDecision.gateOrder(unsorted)).containsExactly(3, 1, 2, 4, 0);
        assertComesBack(unsorted);
    }

    @Test
    void sorted_gates_need_no_order() {
        Decision sorted = decision(Band.STRONG, Interval.UNKNOWN, "a", "basics", "talk");
        assertThat(ShownDecision.gateOrder(sorted)).isNull();
        assertComesBack(sorted);
        assertComesBack(decision(Band.STRONG, Interval.UNKNOWN));
    }

    @Test
    void as_many_gates_as_a_rubric_may_have_come_back() {
        String[] gates = IntStream.range(0, MOST_GATES)
                .mapToObj(i -> "gate-" + (MOST_GATES - i))
                .toArray(String[]::new);
        assertComesBack(decision(Band.STRONG, Interval.UNKNOWN, gates));
    }

    @Test
    void nothing_stays_nothing() {
        Decision waived = decision(null, null, "talk", "basics");
        assertComesBack(waived);
        assertThat(ShownDecision.of(waived).total()).isNull();
        assertThat(ShownDecision.of(waived).band()).isNull();
    }
}
