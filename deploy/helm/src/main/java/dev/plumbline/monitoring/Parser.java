package dev.plumbline.monitoring;

import dev.plumbline.monitoring.Expression.Aggregation;
import dev.plumbline.monitoring.Expression.Binary;
import dev.plumbline.monitoring.Expression.Call;
import dev.plumbline.monitoring.Expression.Constant;
import dev.plumbline.monitoring.Expression.Matching;
import dev.plumbline.monitoring.Expression.Selector;
import dev.plumbline.monitoring.Lexer.Kind;
import dev.plumbline.monitoring.Lexer.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads a query; from the operators that bind least to those that bind most. */
final class Parser {
    private static final List<Set<String>> OPERATORS = List.of(
            Set.of("or"),
            Set.of("and", "unless"),
            Set.of("==", "!=", ">", "<", ">=", "<="),
            Set.of("+", "-"),
            Set.of("*", "/"));

    private static final Set<String> AGGREGATIONS = Set.of("sum", "max", "min", "avg", "count");

    private final String query;
    private final List<Word> words;
    private int at;

    Parser(String query) {
        this.query = query;
        this.words = Lexer.words(query);
    }

    Expression parse() {
        Expression all = binary(0);
        if (next().kind() != Kind.END) {
            throw fault("its end");
        }
        return all;
    }

    private Expression binary(int level) {
        if (level == OPERATORS.size()) {
            return operand();
        }
        Expression left = binary(level + 1);
        while (OPERATORS.get(level).contains(next().text()) && next().kind() != Kind.STRING) {
            String operator = take().text();
            Matching matching = matching();
            left = combined(operator, left, binary(level + 1), matching);
        }
        return left;
    }

    private static Expression combined(String operator, Expression left, Expression right, Matching matching) {
        return left instanceof Constant(double first) && right instanceof Constant(double second)
                ? new Constant(Operator.of(operator).number(first, second))
                : new Binary(operator, left, right, matching);
    }

    private Matching matching() {
        return switch (next().text()) {
            case "on" -> {
                take();
                yield new Matching(true, names());
            }
            case "ignoring" -> {
                take();
                yield new Matching(false, names());
            }
            default -> Matching.BY_ALL;
        };
    }

    private Expression operand() {
        Word word = next();
        if (word.kind() == Kind.NUMBER) {
            return new Constant(Double.parseDouble(take().text()));
        }
        if (word.text().equals("(")) {
            take("(");
            Expression inner = binary(0);
            take(")");
            return inner;
        }
        if (word.kind() != Kind.NAME) {
            throw fault("a number, a metric or a function");
        }
        String name = take().text();
        if (AGGREGATIONS.contains(name)) {
            return aggregation(name);
        }
        return next().text().equals("(") ? call(name) : selector(name);
    }

    private Expression aggregation(String operator) {
        Set<String> by = by();
        take("(");
        Expression of = binary(0);
        take(")");
        return new Aggregation(operator, by.isEmpty() ? by() : by, of);
    }

    private Set<String> by() {
        if (!next().text().equals("by")) {
            return Set.of();
        }
        take("by");
        return names();
    }

    private Expression call(String function) {
        Functions.Known known = Functions.known(function);
        take("(");
        List<Expression> arguments = new ArrayList<>();
        while (!next().text().equals(")")) {
            arguments.add(binary(0));
            if (!next().text().equals(")")) {
                take(",");
            }
        }
        take(")");
        if (arguments.size() != known.arguments()) {
            throw new IllegalArgumentException(function + " takes " + known.arguments() + " arguments: " + query);
        }
        boolean isRange = arguments.getLast() instanceof Selector selector && selector.isRange();
        if (isRange != known.takesRange()) {
            throw new IllegalArgumentException(
                    function + (known.takesRange() ? " takes a range" : " takes no range") + ": " + query);
        }
        return new Call(function, List.copyOf(arguments));
    }

    private Expression selector(String metric) {
        List<LabelMatcher> matchers = new ArrayList<>();
        if (next().text().equals("{")) {
            take("{");
            while (!next().text().equals("}")) {
                matchers.add(matcher());
                if (!next().text().equals("}")) {
                    take(",");
                }
            }
            take("}");
        }
        Duration range = Duration.ZERO;
        if (next().text().equals("[")) {
            take("[");
            range = Lexer.duration(take(Kind.DURATION));
            take("]");
        }
        return new Selector(metric, List.copyOf(matchers), range);
    }

    private LabelMatcher matcher() {
        String label = take(Kind.NAME);
        String operator = take(Kind.SYMBOL);
        if (!Set.of("=", "!=", "=~", "!~").contains(operator)) {
            throw fault("=, !=, =~ or !~");
        }
        return new LabelMatcher(label, operator, take(Kind.STRING));
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        take("(");
        while (!next().text().equals(")")) {
            names.add(take(Kind.NAME));
            if (!next().text().equals(")")) {
                take(",");
            }
        }
        take(")");
        return names;
    }

    private Word next() {
        return words.get(at);
    }

    private Word take() {
        return words.get(at++);
    }

    private String take(Kind kind) {
        if (next().kind() != kind) {
            throw fault("a " + kind);
        }
        return take().text();
    }

    private void take(String symbol) {
        if (!next().text().equals(symbol) || next().kind() == Kind.STRING) {
            throw fault(symbol);
        }
        at++;
    }

    private IllegalArgumentException fault(String wanted) {
        return new IllegalArgumentException(
                "There is '" + next().text() + "' where " + wanted + " should be: " + query);
    }
}
