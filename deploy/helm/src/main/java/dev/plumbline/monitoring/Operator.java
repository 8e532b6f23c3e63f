package dev.plumbline.monitoring;

import dev.plumbline.monitoring.Expression.Matching;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Operators between two sides. */
enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    EQUAL("=="),
    DIFFERENT("!="),
    GREATER(">"),
    LESS("<"),
    AT_LEAST(">="),
    AT_MOST("<="),
    AND("and"),
    OR("or"),
    UNLESS("unless");

    private static final Set<Operator> SETS = Set.of(AND, OR, UNLESS);
    private static final Set<Operator> ARITHMETIC = Set.of(ADD, SUBTRACT, MULTIPLY, DIVIDE);

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    static Operator of(String symbol) {
        for (Operator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        throw new IllegalArgumentException("Not an operator that is known here: " + symbol);
    }

    boolean isSet() {
        return SETS.contains(this);
    }

    private boolean isArithmetic() {
        return ARITHMETIC.contains(this);
    }

    double number(double left, double right) {
        return switch (this) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case EQUAL, DIFFERENT, GREATER, LESS, AT_LEAST, AT_MOST, AND, OR, UNLESS ->
                throw new IllegalArgumentException(symbol + " gives no number");
        };
    }

    private boolean holds(double left, double right) {
        return switch (this) {
            case EQUAL -> left == right;
            case DIFFERENT -> left != right;
            case GREATER -> left > right;
            case LESS -> left < right;
            case AT_LEAST -> left >= right;
            case AT_MOST -> left <= right;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, AND, OR, UNLESS ->
                throw new IllegalArgumentException(symbol + " is no comparison");
        };
    }

    /** Series with one number: a comparison keeps those for which it holds. */
    Map<Labels, Double> withNumber(Map<Labels, Double> series, double number, boolean isNumberLeft) {
        Map<Labels, Double> answer = new LinkedHashMap<>();
        series.forEach((labels, value) -> {
            double left = isNumberLeft ? number : value;
            double right = isNumberLeft ? value : number;
            if (isArithmetic()) {
                answer.put(labels.unnamed(), number(left, right));
            } else if (holds(left, right)) {
                answer.put(labels, value);
            }
        });
        return answer;
    }

    /** Each series with the one of the other side that it matches. */
    Map<Labels, Double> pairs(Map<Labels, Double> left, Map<Labels, Double> right, Matching matching) {
        Map<Labels, Double> others = keyed(right, matching);
        keyed(left, matching);
        Map<Labels, Double> answer = new LinkedHashMap<>();
        left.forEach((labels, value) -> {
            Double other = others.get(matching.key(labels));
            if (other != null) {
                if (isArithmetic()) {
                    answer.put(matching.key(labels), number(value, other));
                } else if (holds(value, other)) {
                    answer.put(matching.isOn() ? matching.key(labels) : labels, value);
                }
            }
        });
        return answer;
    }

    private static Map<Labels, Double> keyed(Map<Labels, Double> side, Matching matching) {
        Map<Labels, Double> keyed = new LinkedHashMap<>();
        side.forEach((labels, value) -> {
            if (keyed.put(matching.key(labels), value) != null) {
                throw new IllegalArgumentException("More than one series of a side has " + matching.key(labels));
            }
        });
        return keyed;
    }

    /** Those of the left side that have, or have not, their like on the right; or both sides. */
    Map<Labels, Double> sets(Map<Labels, Double> left, Map<Labels, Double> right, Matching matching) {
        Map<Labels, Double> answer = new LinkedHashMap<>();
        if (this == OR) {
            Set<Labels> here = keys(left, matching);
            answer.putAll(left);
            right.forEach((labels, value) -> {
                if (!here.contains(matching.key(labels))) {
                    answer.put(labels, value);
                }
            });
            return answer;
        }
        Set<Labels> there = keys(right, matching);
        left.forEach((labels, value) -> {
            if (there.contains(matching.key(labels)) == (this == AND)) {
                answer.put(labels, value);
            }
        });
        return answer;
    }

    private static Set<Labels> keys(Map<Labels, Double> side, Matching matching) {
        return side.keySet().stream().map(matching::key).collect(Collectors.toSet());
    }
}
