package dev.plumbline.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void a_slow_start_and_a_slow_end_do_not_count() {
        Timeline timeline = new Timeline();
        timeline.add(0, 500);
        timeline.add(10 * SECOND, 600);
        for (int i = 1; i <= 8; i++) {
            timeline.add((10 + i) * SECOND, 600 + i * 100);
        }
        timeline.add(60 * SECOND, 1500);
        assertThat(timeline.rateBetween(0.1, 0.9)).isCloseTo(100, within(0.001));
        assertThat(timeline.rateBetween(0, 1)).isCloseTo(1000 / 60.0, within(0.001));
    }

    @Test
    void nothing_or_a_single_moment_has_no_rate() {
        Timeline timeline = new Timeline();
        assertThat(timeline.rateBetween(0, 1)).isZero();
        timeline.add(5, 10);
        assertThat(timeline.rateBetween(0, 1)).isZero();
    }
}
