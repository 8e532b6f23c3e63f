package dev.plumbline.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 4: an interval only narrows; section 6: a recommendation other than PENDING is never taken back. */
class LaterEvidenceTest {

    private static final int CASES = 400;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 70_001})
    void narrows_every_interval_and_takes_nothing_back(long seed) {
        for (int i = 0; i < CASES; i++) {
            RandomCase drawn = new RandomCase(seed + i, 1 + i % 9);
            Later later = new Later(drawn.rubric());
            Random random = new Random(seed + i);
            Evidence now = drawn.evidence();
            Decision before = Decide.decide(drawn.rubric(), now);
            List<Evidence> steps = later.steps(now);
            while (!steps.isEmpty()) {
                now = steps.get(random.nextInt(steps.size()));
                Decision after = Decide.decide(drawn.rubric(), now);
                assertNotTakenBack(before, after, "seed " + (seed + i));
                before = after;
                steps = later.steps(now);
            }
        }
    }

    static void assertNotTakenBack(Decision before, Decision after, String about) {
        if (before.recommendation() != Recommendation.PENDING) {
            assertThat(after.recommendation()).as(about).isEqualTo(before.recommendation());
        }
        if (before.band() != null) {
            assertThat(after.band()).as(about).isEqualTo(before.band());
        }
        for (int i = 0; i < before.gates().size(); i++) {
            GateState state = before.gates().get(i).state();
            if (state != GateState.PENDING) {
                assertThat(after.gates().get(i).state()).as(about).isEqualTo(state);
            }
        }
        for (int i = 0; i < before.nodes().size(); i++) {
            if (before.nodes().get(i) instanceof NodeScore.Scored was
                    && after.nodes().get(i) instanceof NodeScore.Scored is) {
                assertThat(was.interval().contains(is.interval()))
                        .as(about + " " + was + " " + is)
                        .isTrue();
                assertThat(!was.complete() || is.complete()).as(about).isTrue();
            }
        }
    }
}
