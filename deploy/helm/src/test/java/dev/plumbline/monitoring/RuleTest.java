package dev.plumbline.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plumbline.monitoring.Expression.Selector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A test of the rules as promtool has it: series, and what queries give at some times.
 *
 * @param interval seconds between the numbers of a series
 * @param every seconds between two evaluations of the rules
 * @param series in promtool's notation, by their labels
 */
record RuleTest(String name, double interval, double every, Map<Labels, String> series, List<Question> questions) {
    private static final double TOLERANCE = 1e-9;

    /** A query at a time, and what it has to give. */
    record Question(String query, double seconds, Map<Labels, Double> answer) {}

    /** The tests of a file. */
    static List<RuleTest> read(Path file) {
        try {
            JsonNode all = new YAMLMapper().readTree(Files.readString(file));
            double every = seconds(all.required("evaluation_interval"));
            List<RuleTest> tests = new ArrayList<>();
            for (JsonNode test : all.required("tests")) {
                Map<Labels, String> series = new LinkedHashMap<>();
                for (JsonNode one : test.required("input_series")) {
                    series.put(
                            labels(one.required("series").asText()),
                            one.required("values").asText());
                }
                List<Question> questions = new ArrayList<>();
                test.required("promql_expr_test").forEach(question -> questions.add(question(question)));
                tests.add(new RuleTest(
                        test.required("name").asText(), seconds(test.required("interval")), every, series, questions));
            }
            return tests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Question question(JsonNode question) {
        Map<Labels, Double> answer = new LinkedHashMap<>();
        for (JsonNode sample : question.required("exp_samples")) {
            answer.put(
                    labels(sample.required("labels").asText()),
                    sample.required("value").asDouble());
        }
        return new Question(question.required("expr").asText(), seconds(question.required("eval_time")), answer);
    }

    private static double seconds(JsonNode duration) {
        return Lexer.duration(duration.asText()).toMillis() / 1000.0;
    }

    /** Labels are written as a selector; without a metric where there is none. */
    private static Labels labels(String text) {
        boolean isNamed = !text.startsWith("{");
        Selector selector = (Selector) Expression.parse(isNamed ? text : "unnamed" + text);
        Map<String, String> labels = new LinkedHashMap<>();
        selector.matchers().forEach(matcher -> labels.put(matcher.label(), matcher.value()));
        return isNamed ? Labels.of(selector.metric(), labels) : Labels.of(labels);
    }

    /** What of it is not so; empty where all is. */
    List<String> faults(List<AlertRule> rules) {
        TimeSeries all = new TimeSeries();
        series.forEach((labels, values) -> all.add(labels, values, interval));
        AlertRules alerts = new AlertRules(rules, all);
        double end = questions.stream().mapToDouble(Question::seconds).max().orElseThrow();
        List<String> faults = new ArrayList<>();
        for (double now = 0; now <= end; now += every) {
            alerts.evaluate(now);
            Evaluation evaluation = new Evaluation(all, now);
            for (Question question : questions) {
                if (question.seconds() == now) {
                    Map<Labels, Double> got = evaluation.of(Expression.parse(question.query()));
                    if (!same(got, question.answer())) {
                        faults.add(
                                "%s at %s s gives %s, not %s".formatted(question.query(), now, got, question.answer()));
                    }
                }
            }
        }
        return faults;
    }

    private static boolean same(Map<Labels, Double> got, Map<Labels, Double> wanted) {
        return got.keySet().equals(wanted.keySet())
                && got.entrySet().stream()
                        .allMatch(entry -> Math.abs(entry.getValue() - wanted.getOrDefault(entry.getKey(), Double.NaN))
                                < TOLERANCE);
    }
}
