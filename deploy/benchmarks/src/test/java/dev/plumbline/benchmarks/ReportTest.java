package dev.plumbline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.benchmarks.pipeline.Cost;
import dev.plumbline.benchmarks.pipeline.Throughput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private final Results results = new Results();
    private final Report report = new Report(Options.parse(), Machine.here(), results);

    private static Throughput throughput(String name, double seconds) {
        return new Throughput(name, 1000, seconds, 0, 1000, 990, new Cost(1, 2, 3, 4));
    }

    @Test
    void a_ratio_is_pipeline_by_plain_and_says_where_it_stands() {
        Throughput pipeline = throughput("pipeline", 1);
        assertThat(Results.Ratio.of(pipeline, throughput("plain", 5), 3, 6))
                .extracting(Results.Ratio::value, Results.Ratio::verdict)
                .containsExactly(5.0, "above the floor");
        assertThat(Results.Ratio.of(pipeline, throughput("plain", 6), 3, 6).verdict())
                .isEqualTo("aim reached");
        assertThat(Results.Ratio.of(pipeline, throughput("plain", 2), 3, 6).verdict())
                .isEqualTo("BELOW THE FLOOR");
    }

    @Test
    void what_must_not_be_more_has_a_ceiling() {
        results.add(new Results.Ratio("hung / none", 1.04, 2, 1.1));
        results.add(new Results.Ratio("reads", 0.05, 0.35, 0.6));

        assertThat(report.lines())
                .anyMatch(line -> line.contains("1.04 x   ceiling 2.00, aim 1.10: aim reached"))
                .anyMatch(line -> line.contains("0.05 x   floor 0.35, aim 0.60: BELOW THE FLOOR"));
    }

    @Test
    void the_file_is_named_by_its_time_and_holds_what_was_measured(@TempDir Path folder) throws IOException {
        results.add(throughput("pipeline", 2));
        results.addPostgres(Map.of("fsync", "on"));
        Path file = report.write(folder, Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(file.getFileName()).hasToString("2026-01-02T030405Z.json");
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.at("/throughput/0/perSecond").asDouble()).isEqualTo(500);
        assertThat(json.at("/postgres/fsync").asText()).isEqualTo("on");
        assertThat(json.at("/machine/cores").asInt()).isPositive();
        assertThat(json.at("/options/scores").asInt()).isEqualTo(200_000);
    }

    @Test
    void a_run_that_measured_nothing_yet_still_says_on_what() {
        assertThat(report.lines()).hasSize(1).first().asString().contains("cores");
    }
}
