package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LintTest {
    @TempDir
    Path folder;

    /** The chart with a values file merged into its defaults: linting takes no values files. */
    private LintResult lint(JsonNode over) throws IOException {
        Path copy = folder.resolve("plumbline");
        try (Stream<Path> files = Files.walk(Project.chart())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(Project.chart().relativize(file).toString()));
            }
        }
        JsonNode values = Chart.yaml(Project.chart().resolve("values.yaml"));
        JsonNode merged = Chart.YAML.readerForUpdating(values).readValue(over);
        Files.writeString(copy.resolve("values.yaml"), Chart.YAML.writeValueAsString(merged));
        return new Helm(copy).lint().strict().call();
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.helm.Chart#valuesFiles")
    void the_chart_passes_the_strict_lint_with_every_values_file(String values) throws IOException {
        LintResult result = lint(Chart.yaml(Chart.valuesFile(values)));
        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
        assertThat(result.getMessages())
                .noneMatch(message -> message.contains("[WARNING]") || message.contains("[ERROR]"));
    }

    @Test
    void a_template_that_is_none_does_not_pass() throws IOException {
        LintResult result = lint(Chart.YAML.readTree("{oidc: {authServerUrl: nowhere}}"));
        assertThat(result.isFailed()).isTrue();
        assertThat(result.getMessages())
                .anySatisfy(message -> assertThat(message).contains("/oidc/authServerUrl"));
    }

    @Test
    void every_setting_is_described_by_the_schema_and_has_a_default() {
        JsonNode schema = Chart.yaml(Project.chart().resolve("values.schema.json"));
        JsonNode values = Chart.yaml(Project.chart().resolve("values.yaml"));
        List<String> described = names(schema.path("properties"))
                .filter(name -> !name.equals("global"))
                .toList();
        assertThat(names(values)).containsExactlyInAnyOrderElementsOf(described);
        assertThat(names(values.path("defaults")))
                .containsExactlyInAnyOrderElementsOf(
                        names(schema.at("/properties/defaults/properties")).toList());
    }

    private static Stream<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey);
    }
}
