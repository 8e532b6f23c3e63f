package dev.plumbline.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.e2e.faults.Finding;
import dev.plumbline.e2e.faults.Flight;
import dev.plumbline.e2e.faults.Survived;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultReportTest {
    private static final Finding HOLDS = new Finding("numbers rise", 7, List.of());
    private static final Finding BROKEN = new Finding("numbers rise", 7, List.of("3 comes after 4"));

    private static Survived survived(Finding finding, long lag) {
        return new Survived(
                "the broker dies",
                new Flight(OptionalLong.of(lag), OptionalLong.empty()),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                10,
                1,
                List.of(finding));
    }

    private static FaultReport report(
            Survived fault, List<Finding> rebuilt, long records, List<String> leftOut, @Nullable String failure) {
        return new FaultReport(List.of(fault), rebuilt, 10, records, leftOut, failure);
    }

    private static FaultReport complete() {
        return report(survived(HOLDS, 1), List.of(HOLDS), FaultReport.WANTED_RECORDS, List.of(), null);
    }

    @Test
    void with_nothing_left_out_and_all_events_it_is_complete() {
        assertThat(complete().isComplete()).isTrue();
        assertThat(complete().lines()).last().asString().endsWith("everything holds, complete");
    }

    @Test
    void what_was_left_out_is_said_in_the_verdict() {
        FaultReport few = report(survived(HOLDS, 1), List.of(HOLDS), 499_999, List.of(), null);
        FaultReport partly =
                report(survived(HOLDS, 1), List.of(HOLDS), 500_000, List.of("full disk: no small one"), null);

        assertThat(List.of(few, partly)).allMatch(FaultReport::isWhole).noneMatch(FaultReport::isComplete);
        assertThat(few.lines())
                .anyMatch(line -> line.endsWith("NOT COMPLETE"))
                .contains("left out: events: 499,999 were on the topics, a complete run has 500,000");
        assertThat(partly.lines())
                .anyMatch(line -> line.endsWith("NOT COMPLETE"))
                .contains("left out: full disk: no small one");
    }

    @Test
    void what_ended_it_early_is_told_with_what_was_survived_before() {
        FaultReport report = report(
                survived(HOLDS, 1),
                List.of(),
                FaultReport.WANTED_RECORDS,
                List.of(),
                "disk full: no score is accepted");

        assertThat(report.isWhole()).isFalse();
        assertThat(report.lines())
                .anyMatch(line -> line.startsWith("the broker dies") && line.endsWith("holds"))
                .contains("ENDED EARLY: disk full: no score is accepted")
                .anyMatch(line -> line.endsWith("NOT EVERYTHING HOLDS"));
        JsonNode json = report.toJson();
        assertThat(json.at("/faults/0/fault").asText()).isEqualTo("the broker dies");
        assertThat(json.at("/failure").asText()).startsWith("disk full");
        assertThat(json.at("/holds").asBoolean()).isFalse();
    }

    @Test
    void it_does_not_hold_where_one_thing_does_not() {
        long enough = FaultReport.WANTED_RECORDS;
        assertThat(List.of(
                        report(survived(BROKEN, 1), List.of(HOLDS), enough, List.of(), null),
                        report(survived(HOLDS, 0), List.of(HOLDS), enough, List.of(), null),
                        report(survived(HOLDS, 1), List.of(HOLDS, BROKEN), enough, List.of(), null),
                        report(survived(HOLDS, 1), List.of(), enough, List.of(), null)))
                .noneMatch(FaultReport::isWhole);
    }
}
