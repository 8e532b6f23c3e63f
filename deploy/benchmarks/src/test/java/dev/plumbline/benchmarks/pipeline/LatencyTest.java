package dev.plumbline.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void percentiles_are_in_milliseconds() {
        Histogram micros = new Histogram(600_000_000L, 3);
        for (int millis = 1; millis <= 1000; millis++) {
            micros.recordValue(millis * 1000L);
        }
        Latency latency = Latency.of(200, 1100, micros);
        assertThat(latency.p50()).isCloseTo(500, within(1.0));
        assertThat(latency.p99()).isCloseTo(990, within(1.0));
        assertThat(latency.max()).isCloseTo(1000, within(1.0));
        assertThat(latency.published()).isEqualTo(1000);
        assertThat(latency.scores()).isEqualTo(1100);
    }
}
