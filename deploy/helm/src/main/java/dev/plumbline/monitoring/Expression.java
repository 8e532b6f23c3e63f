package dev.plumbline.monitoring;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A query, taken apart. */
public sealed interface Expression {
    /**
     * Reads one.
     *
     * @throws IllegalArgumentException where it is none, or one of a kind that is not known here
     */
    static Expression parse(String text) {
        return new Parser(text).parse();
    }

    /** A number. */
    record Constant(double value) implements Expression {}

    /**
     * Series: their latest numbers, or all of them within a time.
     *
     * @param range zero for the latest
     */
    record Selector(String metric, List<LabelMatcher> matchers, Duration range) implements Expression {
        boolean isRange() {
            return !range.isZero();
        }

        boolean matches(Labels labels) {
            return labels.get(Labels.NAME).equals(metric)
                    && matchers.stream().allMatch(matcher -> matcher.matches(labels));
        }
    }

    /** A function of others. */
    record Call(String function, List<Expression> arguments) implements Expression {}

    /**
     * One number for each group of series.
     *
     * @param by the labels that make a group
     */
    record Aggregation(String operator, Set<String> by, Expression of) implements Expression {}

    /**
     * Two, put together.
     *
     * @param matching what is the same on both sides where both are series
     */
    record Binary(String operator, Expression left, Expression right, Matching matching) implements Expression {}

    /**
     * The labels by which series of two sides find each other.
     *
     * @param isOn whether it is by these labels, or by all others
     */
    record Matching(boolean isOn, Set<String> labels) {
        static final Matching BY_ALL = new Matching(false, Set.of());

        Labels key(Labels of) {
            Labels unnamed = of.unnamed();
            return isOn ? unnamed.only(labels) : unnamed.without(labels);
        }
    }

    /** The selectors in it. */
    default Stream<Selector> selectors() {
        return switch (this) {
            case Constant constant -> Stream.empty();
            case Selector selector -> Stream.of(selector);
            case Call call -> call.arguments().stream().flatMap(Expression::selectors);
            case Aggregation aggregation -> aggregation.of().selectors();
            case Binary binary ->
                Stream.concat(binary.left().selectors(), binary.right().selectors());
        };
    }

    /** The labels that it names besides those of its selectors: of groups, and of matching. */
    default Set<String> groupingLabels() {
        return switch (this) {
            case Constant constant -> Set.of();
            case Selector selector -> Set.of();
            case Call call -> united(call.arguments().stream());
            case Aggregation aggregation -> {
                Set<String> all = new TreeSet<>(aggregation.by());
                all.addAll(aggregation.of().groupingLabels());
                yield all;
            }
            case Binary binary -> {
                Set<String> all = new TreeSet<>(binary.matching().labels());
                all.addAll(united(Stream.of(binary.left(), binary.right())));
                yield all;
            }
        };
    }

    private static Set<String> united(Stream<Expression> parts) {
        return parts.flatMap(part -> part.groupingLabels().stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
