package dev.plumbline.e2e;

import dev.plumbline.local.platform.Service;
import dev.plumbline.monitoring.Expression.Selector;
import dev.plumbline.monitoring.LabelMatcher;
import dev.plumbline.monitoring.Labels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What queries select, held against what is served: there has to be such a series, and each value that is asked for or
 * left out has to be one that the label has. Of calls there is a series only once there was such a call, so that their
 * values are held against what the services say that they answer.
 */
final class AskedFor {
    /** What Prometheus makes itself. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");

    private static final String CALLS = "http_server_requests_seconds";
    private static final Pattern ROUTE = Pattern.compile("(?m)^ {2}(/\\S+):$");
    private static final Map<String, Set<String>> OF_CALLS =
            Map.of("uri", routes(), "outcome", Set.of("SUCCESS", "REDIRECTION", "CLIENT_ERROR", "SERVER_ERROR"));

    private final List<Labels> served;

    AskedFor(List<Labels> served) {
        this.served = served;
    }

    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        for (Service service : Service.values()) {
            Path document = Path.of(System.getProperty("plumbline.root"), service.title(), "openapi.yaml");
            try {
                ROUTE.matcher(Files.readString(document)).results().forEach(path -> routes.add(path.group(1)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return routes;
    }

    /** What is wrong with it; nothing where all is well. */
    Stream<String> faults(Selector selector) {
        if (OF_PROMETHEUS.contains(selector.metric())) {
            return Stream.empty();
        }
        List<Labels> named = served.stream()
                .filter(labels -> labels.get("__name__").equals(selector.metric()))
                .toList();
        List<String> faults = new ArrayList<>();
        if (named.stream().noneMatch(labels -> isSelected(selector, labels))) {
            faults.add("nothing is served for " + selector);
        }
        selector.matchers().stream()
                .filter(matcher -> !alternatives(matcher).allMatch(one -> isAValue(one, selector.metric(), named)))
                .forEach(matcher -> faults.add(selector.metric() + " never has what is asked for: " + matcher));
        return faults.stream();
    }

    private static boolean isSelected(Selector selector, Labels labels) {
        return selector.matchers().stream()
                .allMatch(matcher -> isOfCalls(selector.metric(), matcher)
                        ? labels.map().containsKey(matcher.label())
                        : matcher.matches(labels));
    }

    private static boolean isOfCalls(String metric, LabelMatcher matcher) {
        return metric.startsWith(CALLS) && OF_CALLS.containsKey(matcher.label());
    }

    private static boolean isAValue(LabelMatcher positive, String metric, List<Labels> named) {
        return isOfCalls(metric, positive)
                ? OF_CALLS.getOrDefault(positive.label(), Set.of()).stream()
                        .anyMatch(value -> positive.matches(Labels.of(Map.of(positive.label(), value))))
                : named.stream().anyMatch(positive::matches);
    }

    /** Each value or expression that a matcher names, as what asks for it. */
    private static Stream<LabelMatcher> alternatives(LabelMatcher matcher) {
        boolean isExpression = matcher.operator().endsWith("~");
        return (isExpression ? parts(matcher.value()).stream() : Stream.of(matcher.value()))
                .map(value -> new LabelMatcher(matcher.label(), isExpression ? "=~" : "=", value));
    }

    /** What stands between the bars that are in no parentheses. */
    private static List<String> parts(String expression) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < expression.length(); i++) {
            switch (expression.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case '|' -> {
                    if (depth == 0) {
                        parts.add(expression.substring(begin, i));
                        begin = i + 1;
                    }
                }
                default -> {
                    // A part of what is asked for.
                }
            }
        }
        parts.add(expression.substring(begin));
        return parts;
    }
}
