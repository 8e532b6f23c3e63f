package dev.plumbline.monitoring;

import dev.plumbline.monitoring.Expression.Aggregation;
import dev.plumbline.monitoring.Expression.Binary;
import dev.plumbline.monitoring.Expression.Call;
import dev.plumbline.monitoring.Expression.Constant;
import dev.plumbline.monitoring.Expression.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a query gives.
 *
 * @param series the numbers that there are
 * @param seconds the time that it is asked for
 */
public record Evaluation(TimeSeries series, double seconds) {
    /**
     * The numbers by their labels; without labels where it is one number.
     *
     * @throws IllegalArgumentException where the query cannot be answered, such as where two series of one side match
     */
    public Map<Labels, Double> of(Expression query) {
        return switch (query) {
            case Constant(double value) -> Map.of(Labels.NONE, value);
            case Selector selector -> latest(selector);
            case Call call -> call(call);
            case Aggregation aggregation -> aggregation(aggregation);
            case Binary binary -> binary(binary);
        };
    }

    private Map<Labels, Double> latest(Selector selector) {
        if (selector.isRange()) {
            throw new IllegalArgumentException("A range is no answer: " + selector.metric());
        }
        return series.at(selector, seconds);
    }

    private Map<Labels, Double> call(Call call) {
        Expression last = call.arguments().getLast();
        return switch (call.function()) {
            case "rate" -> overRange(last, 2, samples -> rise(last, samples) / length(last));
            case "increase" -> overRange(last, 2, samples -> rise(last, samples));
            case "resets" -> overRange(last, 1, Functions::resets);
            case "absent" -> absent(last);
            case "histogram_quantile" ->
                Functions.quantiles(number(call.arguments().getFirst()), of(last));
            default -> throw new IllegalArgumentException("Not a function that is known here: " + call.function());
        };
    }

    private static double number(Expression expression) {
        if (expression instanceof Constant(double value)) {
            return value;
        }
        throw new IllegalArgumentException("Not a number: " + expression);
    }

    private double rise(Expression selector, List<Sample> samples) {
        return Functions.increase(samples, seconds, length(selector));
    }

    private static double length(Expression selector) {
        return ((Selector) selector).range().toMillis() / 1000.0;
    }

    private Map<Labels, Double> overRange(Expression selector, int atLeast, ToDoubleFunction<List<Sample>> function) {
        Map<Labels, Double> answer = new LinkedHashMap<>();
        series.range((Selector) selector, seconds).forEach((labels, samples) -> {
            if (samples.size() >= atLeast) {
                answer.put(labels.unnamed(), function.applyAsDouble(samples));
            }
        });
        return answer;
    }

    /** One where there is nothing, with the labels that it would surely have. */
    private Map<Labels, Double> absent(Expression expression) {
        if (!of(expression).isEmpty()) {
            return Map.of();
        }
        Labels labels = Labels.NONE;
        if (expression instanceof Selector selector) {
            for (LabelMatcher matcher : selector.matchers()) {
                if (matcher.operator().equals("=")) {
                    labels = labels.with(matcher.label(), matcher.value());
                }
            }
        }
        return Map.of(labels, 1.0);
    }

    private Map<Labels, Double> aggregation(Aggregation aggregation) {
        Map<Labels, List<Double>> groups = new LinkedHashMap<>();
        of(aggregation.of())
                .forEach((labels, value) -> groups.computeIfAbsent(
                                labels.only(aggregation.by()), none -> new ArrayList<>())
                        .add(value));
        Map<Labels, Double> answer = new LinkedHashMap<>();
        groups.forEach((labels, values) -> answer.put(labels, aggregated(aggregation.operator(), values)));
        return answer;
    }

    private static double aggregated(String operator, List<Double> values) {
        double sum = values.stream().reduce(0.0, Double::sum);
        return switch (operator) {
            case "sum" -> sum;
            case "avg" -> sum / values.size();
            case "count" -> values.size();
            // What is no number gives way to what is one.
            case "max" ->
                values.stream()
                        .reduce((a, b) -> a > b || Double.isNaN(b) ? a : b)
                        .orElseThrow();
            case "min" ->
                values.stream()
                        .reduce((a, b) -> a < b || Double.isNaN(b) ? a : b)
                        .orElseThrow();
            default -> throw new IllegalArgumentException("Not an aggregation that is known here: " + operator);
        };
    }

    private Map<Labels, Double> binary(Binary binary) {
        Operator operator = Operator.of(binary.operator());
        if (binary.right() instanceof Constant(double right)) {
            return operator.withNumber(of(binary.left()), right, false);
        }
        if (binary.left() instanceof Constant(double left)) {
            return operator.withNumber(of(binary.right()), left, true);
        }
        return operator.isSet()
                ? operator.sets(of(binary.left()), of(binary.right()), binary.matching())
                : operator.pairs(of(binary.left()), of(binary.right()), binary.matching());
    }
}
