package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plumbline.monitoring.Monitoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart brings for those who watch: the alert rules as they are in their file, and Grafana's dashboards. */
class MonitoringTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(?!__)(\\w+)}?");
    private static final int COLUMNS = 24;

    private static final Map<String, JsonNode> DASHBOARDS = new Monitoring(Project.chart()).dashboards();

    static Stream<String> files() {
        return DASHBOARDS.keySet().stream();
    }

    private static JsonNode dashboard(String file) {
        return DASHBOARDS.getOrDefault(file, MissingNode.getInstance());
    }

    private static Stream<JsonNode> panels(String file) {
        return Manifest.each(dashboard(file).required("panels"));
    }

    @Test
    void there_are_four_with_names_of_their_own() {
        assertThat(files())
                .containsExactly("decision-pipeline.json", "outbox-webhooks.json", "overview.json", "rest-jvm.json");
        assertThat(DASHBOARDS.values())
                .extracting(dashboard -> dashboard.path("title").asText())
                .doesNotHaveDuplicates()
                .allMatch(title -> title.startsWith("Plumbline: "));
        DASHBOARDS.forEach((file, dashboard) ->
                assertThat(dashboard.path("uid").asText()).isEqualTo("plumbline-" + file.replaceFirst("\\.json$", "")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_panel_has_an_id_a_title_and_a_place_of_its_own(String file) {
        assertThat(panels(file)).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
        assertThat(panels(file))
                .extracting(panel -> panel.path("title").asText())
                .doesNotHaveDuplicates();
        assertThat(panels(file)).allSatisfy(panel -> {
            assertThat(panel.path("description").asText()).isNotBlank();
            assertThat(panel.path("type").asText()).isIn("timeseries", "stat", "table");
            assertThat(Manifest.each(panel.path("targets")))
                    .extracting(target -> target.path("refId").asText())
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        });
        List<String> cells = panels(file)
                .flatMap(panel -> cells(panel.path("gridPos")).stream())
                .toList();
        assertThat(cells).isNotEmpty().doesNotHaveDuplicates();
    }

    private static List<String> cells(JsonNode place) {
        List<String> cells = new ArrayList<>();
        int right = place.required("x").asInt() + place.required("w").asInt();
        assertThat(right).isLessThanOrEqualTo(COLUMNS);
        for (int x = place.required("x").asInt(); x < right; x++) {
            for (int y = 0; y < place.required("h").asInt(); y++) {
                cells.add(x + "/" + (place.required("y").asInt() + y));
            }
        }
        return cells;
    }

    @ParameterizedTest
    @MethodSource("files")
    void everything_is_asked_of_the_prometheus_that_is_chosen(String file) {
        List<JsonNode> sources = new ArrayList<>(dashboard(file).findValues("datasource"));
        assertThat(sources).hasSizeGreaterThan(20).allSatisfy(source -> {
            assertThat(source.path("type").asText()).isEqualTo("prometheus");
            assertThat(source.path("uid").asText()).isEqualTo("${datasource}");
        });
        assertThat(panels(file)).allMatch(panel -> panel.has("datasource"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_variable_is_declared_and_used(String file) {
        Set<String> declared = Manifest.each(dashboard(file).at("/templating/list"))
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> used = new TreeSet<>();
        for (String field : List.of("expr", "uid", "definition")) {
            dashboard(file)
                    .findValuesAsText(field)
                    .forEach(text -> VARIABLE.matcher(text).results().forEach(found -> used.add(found.group(1))));
        }
        assertThat(used).isEqualTo(declared).contains("datasource", "namespace");
    }

    @ParameterizedTest
    @MethodSource("files")
    void grafanas_sidecar_finds_it_as_it_is_in_its_file(String file) throws Exception {
        Manifest map = Chart.of("production").stream()
                .filter(one -> one.isA("ConfigMap") && one.json().path("data").has(file))
                .findFirst()
                .orElseThrow();
        assertThat(map.name()).isEqualTo("plumbline-dashboard-" + file.replaceFirst("\\.json$", ""));
        assertThat(map.json().at("/metadata/labels/grafana_dashboard").asText()).isEqualTo("1");
        assertThat(new JsonMapper().readTree(map.json().path("data").path(file).asText()))
                .isEqualTo(dashboard(file));
    }

    @Test
    void the_sidecars_label_and_annotation_are_what_values_say_and_there_may_be_none() {
        String other =
                "{monitoring: {dashboards: {labels: {grafana_dashboard: '', my: board}, annotations: {folder: x}}}}";
        assertThat(maps(Chart.with("production", other)))
                .hasSize(DASHBOARDS.size())
                .allSatisfy(map -> {
                    assertThat(map.json().at("/metadata/labels/my").asText()).isEqualTo("board");
                    assertThat(map.json().at("/metadata/annotations/folder").asText())
                            .isEqualTo("x");
                });
        assertThat(maps(Chart.with("production", "{monitoring: {dashboards: {enabled: false}}}")))
                .isEmpty();
    }

    private static List<Manifest> maps(List<Manifest> all) {
        return all.stream()
                .filter(one -> one.isA("ConfigMap") && one.name().contains("-dashboard-"))
                .toList();
    }

    @Test
    void the_rules_are_those_of_the_file() {
        assertThat(rules("{}").json().path("spec"))
                .isEqualTo(Chart.yaml(Project.chart().resolve("files/alerts.yaml")));
    }

    @Test
    void alerts_lead_to_where_the_runbooks_are() {
        Manifest rules = rules("{monitoring: {runbooks: 'https://git.example.com/runbooks.md'}}");
        assertThat(rules.json().findValuesAsText("runbook_url"))
                .isNotEmpty()
                .allMatch(url -> url.matches("https://git\\.example\\.com/runbooks\\.md#plumbline[a-z]+"));
    }

    private static Manifest rules(String more) {
        return Chart.with("production", more).stream()
                .filter(one -> one.isA("PrometheusRule"))
                .findFirst()
                .orElseThrow();
    }
}
