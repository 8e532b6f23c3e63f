package dev.plumbline.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The chart's files for those who watch.
 *
 * @param chart the folder of the chart
 */
public record Monitoring(Path chart) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** A query, and where it is asked. */
    public record Query(String where, Expression expression) {}

    /** The alert rules, in their order. */
    public List<AlertRule> alerts() {
        List<AlertRule> rules = new ArrayList<>();
        for (JsonNode group : read(chart.resolve("files/alerts.yaml")).required("groups")) {
            for (JsonNode rule : group.required("rules")) {
                rules.add(new AlertRule(
                        rule.required("alert").asText(),
                        Expression.parse(rule.required("expr").asText()),
                        Lexer.duration(rule.path("for").asText("0s")),
                        texts(rule.path("labels")),
                        texts(rule.path("annotations"))));
            }
        }
        return rules;
    }

    /** The dashboards by the names of their files. */
    public Map<String, JsonNode> dashboards() {
        Map<String, JsonNode> dashboards = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(chart.resolve("dashboards"))) {
            files.sorted().forEach(file -> dashboards.put(file.getFileName().toString(), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return dashboards;
    }

    /** Every query of every alert and dashboard. */
    public List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        alerts().forEach(rule -> queries.add(new Query(rule.alert(), rule.query())));
        dashboards().forEach((file, dashboard) -> {
            for (JsonNode panel : dashboard.required("panels")) {
                for (JsonNode target : panel.path("targets")) {
                    queries.add(new Query(
                            file + ", " + panel.path("title").asText(),
                            dashboardQuery(target.required("expr").asText())));
                }
            }
        });
        return queries;
    }

    /** A query of a dashboard, with something in the place of what Grafana puts in. */
    private static Expression dashboardQuery(String text) {
        return Expression.parse(text.replace("$__rate_interval", "5m").replaceAll("\\$\\w+", ".*"));
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
