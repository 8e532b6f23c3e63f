package dev.plumbline.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the query language that is known here; the numbers are those that Prometheus gives. */
class EvaluationTest {
    private static final double TEN_MINUTES = 600;

    private final TimeSeries series = new TimeSeries();

    @BeforeEach
    void some_series() {
        add("calls", Map.of("job", "a", "code", "200"), "0+60x20");
        add("calls", Map.of("job", "a", "code", "500"), "0+6x20");
        add("calls", Map.of("job", "b", "code", "200"), "100 200 300 0 100 200 300 400 500 600 700");
        add("size", Map.of("job", "a"), "7x20");
        add("size", Map.of("job", "b"), "3x20");
        add("gone", Map.of("job", "a"), "1x3 stale");
        add("old", Map.of("job", "a"), "1x3");
        add("odd", Map.of("job", "a"), "1 NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN");
        for (String bucket : new String[] {"0.1:50", "0.5:90", "1.0:99", "+Inf:100"}) {
            String[] parts = bucket.split(":");
            add("took_bucket", Map.of("job", "a", "le", parts[0]), parts[1] + "x20");
        }
    }

    private void add(String metric, Map<String, String> labels, String values) {
        series.add(Labels.of(metric, labels), values, 60);
    }

    private Map<Labels, Double> ask(String query) {
        return new Evaluation(series, TEN_MINUTES).of(Expression.parse(query));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sum by (job) (rate(calls{job='a'}[5m])); 1.1",
                "increase(calls{job='a', code='500'}[5m]); 30",
                "increase(calls{job='b'}[9m30s]); 844.4444444444",
                "resets(calls{job='b'}[15m]); 1",
                "sum(size); 10",
                "avg(size); 5",
                "min(size); 3",
                "count(size); 2",
                "max(odd or size); 3",
                "size{job=~'a|c'} * 2 + 1; 15",
                "10 - size{job!='a'}; 7",
                "size / ignoring (code) size > 0 and size > 3; 1",
                "size unless on (job) calls{code='500'}; 3",
                "sum by (job) (calls{code='500'}) / on (job) sum by (job) (calls{job!~'b'}); 0.0909090909",
                "odd != odd; NaN",
                "absent(nothing{job='x'}); 1",
                "histogram_quantile(0.5, took_bucket); 0.1",
                "histogram_quantile(0.9, sum by (le) (took_bucket)); 0.5",
                "histogram_quantile(0.99, took_bucket); 1",
                "histogram_quantile(0.999, took_bucket); 1",
                "histogram_quantile(0.7, took_bucket); 0.3",
                "1 + 2 * 3 - 4 / (1 + 1); 5"
            })
    void gives_one_number(String query, double wanted) {
        Map<Labels, Double> answer = ask(query.replace('\'', '"'));
        assertThat(answer).hasSize(1);
        double number = answer.values().iterator().next();
        if (Double.isNaN(wanted)) {
            assertThat(number).isNaN();
        } else {
            assertThat(number).isCloseTo(wanted, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"size > 7", "gone", "old", "nothing", "absent(size)", "rate(size[30s])", "size and on (job) old"
            })
    void gives_nothing(String query) {
        assertThat(ask(query)).isEmpty();
    }

    @Test
    void answers_have_the_labels_that_remain() {
        assertThat(ask("sum by (code) (calls{job=\"a\"})"))
                .containsOnlyKeys(Labels.of(Map.of("code", "200")), Labels.of(Map.of("code", "500")));
        assertThat(ask("size > 5")).containsOnlyKeys(Labels.of("size", Map.of("job", "a")));
        assertThat(ask("size * 2")).containsOnlyKeys(Labels.of(Map.of("job", "a")), Labels.of(Map.of("job", "b")));
        assertThat(ask("absent(nothing{job=\"x\", code=~\"2..\"})")).containsOnlyKeys(Labels.of(Map.of("job", "x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(size)",
                "sum(size[5m])",
                "histogram_quantile(took_bucket)",
                "predict_linear(size[5m], 60)",
                "size >",
                "(size",
                "size{job}",
                "size{job=a}",
                "sum without (job) (size)",
                "size offset 5m",
                "size @ 3",
                "size; size",
                "",
                "topk(3, size)"
            })
    void refuses_what_it_does_not_know(String query) {
        assertThatThrownBy(() -> ask(query)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_to_choose_between_series_of_one_side() {
        assertThatThrownBy(() -> ask("sum by (job) (calls) / on (job) calls"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("More than one series");
    }

    @Test
    void texts_may_hold_labels_and_the_number_alone() {
        assertThat(Template.labels("{{ $labels.job }} and {{ $labels.topic }}: {{ $value | humanize }}"))
                .containsExactly("job", "topic");
        assertThatThrownBy(() -> Template.labels("{{ $label.job }}")).isInstanceOf(IllegalArgumentException.class);
    }
}
