package dev.plumbline.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.monitoring.Expression.Selector;
import dev.plumbline.monitoring.Monitoring.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Alerts and dashboards ask for metrics and labels of {@code docs/operations/metrics.md}, which an end-to-end test compares
 * with what is served.
 */
class QueriesTest {
    private static final Path ROOT =
            Path.of(System.getProperty("plumbline.root")).toAbsolutePath().normalize();
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(\\w+)` \\| (gauge|counter|summary|histogram) \\|([^|]*)\\|[^|]*\\|(.*)\\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern ENDING = Pattern.compile("_(count|sum|max|bucket)$");

    /** What Prometheus adds to whatever it scrapes. */
    private static final Set<String> OF_TARGETS = Set.of("job", "instance", "namespace");
    /** What Prometheus makes itself. */
    private static final Map<String, Set<String>> OF_PROMETHEUS =
            Map.of("up", Set.of(), "ALERTS", Set.of("alertname", "alertstate", "severity"));

    @Test
    void every_metric_and_label_that_is_asked_for_is_documented() throws IOException {
        Map<String, Set<String>> documented = documented();
        List<Query> queries = new Monitoring(ROOT.resolve("deploy/helm/plumbline")).queries();
        List<String> faults = new ArrayList<>();
        for (Query query : queries) {
            Set<String> labels = new TreeSet<>(OF_TARGETS);
            for (Selector selector : query.expression().selectors().toList()) {
                Set<String> own = documented.get(selector.metric());
                if (own == null) {
                    faults.add(query.where() + ": there is no " + selector.metric());
                    continue;
                }
                labels.addAll(own);
                selector.matchers().stream()
                        .map(LabelMatcher::label)
                        .filter(label -> !own.contains(label) && !OF_TARGETS.contains(label))
                        .forEach(label -> faults.add(query.where() + ": " + selector.metric() + " has no " + label));
            }
            query.expression().groupingLabels().stream()
                    .filter(label -> !labels.contains(label))
                    .forEach(label -> faults.add(query.where() + ": nothing has the label " + label));
        }
        assertThat(queries).hasSizeGreaterThan(60);
        assertThat(faults).isEmpty();
    }

    /** A value that a label never has selects nothing, or leaves nothing out, and nobody notices. */
    @Test
    void every_value_that_is_asked_for_by_name_is_documented() throws IOException {
        Map<String, Set<String>> values = values();
        List<String> faults = new ArrayList<>();
        for (Query query : new Monitoring(ROOT.resolve("deploy/helm/plumbline")).queries()) {
            for (Selector selector : query.expression().selectors().toList()) {
                selector.matchers().stream()
                        .filter(matcher -> !OF_TARGETS.contains(matcher.label()))
                        .filter(matcher -> !OF_PROMETHEUS.containsKey(selector.metric()))
                        .filter(matcher -> Set.of("=", "!=").contains(matcher.operator()))
                        .filter(matcher -> !values.getOrDefault(
                                        ENDING.matcher(selector.metric()).replaceFirst(""), Set.of())
                                .contains(matcher.value()))
                        .forEach(matcher -> faults.add(query.where() + ": " + selector.metric()
                                + " is not said to have " + matcher.label() + " " + matcher.value()));
            }
        }
        assertThat(faults).isEmpty();
    }

    /** What stands as code in what is said of each metric. */
    private static Map<String, Set<String>> values() throws IOException {
        Map<String, Set<String>> values = new TreeMap<>();
        String table = Files.readString(ROOT.resolve("docs/operations/metrics.md"));
        for (MatchResult row : ROW.matcher(table).results().toList()) {
            values.put(
                    ENDING.matcher(row.group(1)).replaceFirst(""),
                    CODE.matcher(row.group(4))
                            .results()
                            .map(code -> code.group(1))
                            .collect(Collectors.toSet()));
        }
        return values;
    }

    /** Every series of the table by name, with its labels. */
    private static Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> documented = new TreeMap<>(OF_PROMETHEUS);
        String table = Files.readString(ROOT.resolve("docs/operations/metrics.md"));
        for (MatchResult row : ROW.matcher(table).results().toList()) {
            String name = row.group(1);
            Set<String> labels = CODE.matcher(row.group(3))
                    .results()
                    .map(code -> code.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            switch (row.group(2)) {
                case "summary", "histogram" -> {
                    for (String ending : List.of("_count", "_sum", "_max")) {
                        documented.put(name + ending, labels);
                    }
                    if (row.group(2).equals("histogram")) {
                        Set<String> ofBuckets = new TreeSet<>(labels);
                        ofBuckets.add("le");
                        documented.put(name + "_bucket", ofBuckets);
                    }
                }
                default -> documented.put(name, labels);
            }
        }
        assertThat(documented).hasSizeGreaterThan(30);
        return documented;
    }
}
