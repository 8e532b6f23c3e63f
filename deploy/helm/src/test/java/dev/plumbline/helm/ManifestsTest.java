package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every object of every values file is one that the API server would take. */
class ManifestsTest {
    private static @Nullable CustomResources definitions;

    /** Ends a test, as skipped, where there are no definitions. */
    private static synchronized CustomResources definitions() {
        Path folder = Project.resourceDefinitions();
        assumeTrue(
                Files.isDirectory(folder),
                "Skipped: no CustomResourceDefinitions in " + folder + "; -Dplumbline.crds=... says where they are");
        CustomResources read = definitions == null ? new CustomResources(folder) : definitions;
        definitions = read;
        return read;
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.helm.Chart#valuesFiles")
    void kubernetes_kinds_have_the_fields_that_kubernetes_knows(String values) {
        SoftAssertions softly = new SoftAssertions();
        List<Manifest> known =
                Chart.of(values).stream().filter(KubernetesModels::know).toList();
        known.forEach(one -> softly.assertThat(KubernetesModels.faults(one))
                .as(one.toString())
                .isEmpty());
        softly.assertThat(known).hasSizeGreaterThan(12);
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.helm.Chart#valuesFiles")
    void operators_kinds_fit_their_definitions(String values) {
        CustomResources definitions = definitions();
        SoftAssertions softly = new SoftAssertions();
        Chart.of(values).stream()
                .filter(one -> !KubernetesModels.know(one))
                .forEach(one -> softly.assertThat(definitions.faults(one))
                        .as(one.toString())
                        .isEmpty());
        softly.assertAll();
    }

    @Test
    void definitions_refuse_what_they_do_not_know() {
        Manifest topic = copyOf(first("KafkaTopic"));
        ((ObjectNode) topic.json().path("spec")).put("partitons", 3);
        assertThat(definitions().faults(topic)).singleElement().asString().contains("partitons");
    }

    @ParameterizedTest
    @CsvSource({"/template/spec, hostNetworks, true", "/strategy, typo, x", "'', revisionHistoryLimit, '\"5\"'"})
    void models_refuse_what_they_do_not_know(String pointer, String field, String value) throws Exception {
        Manifest deployment = copyOf(first("Deployment"));
        ((ObjectNode) deployment.spec(pointer)).set(field, Chart.YAML.readTree(value));
        assertThat(KubernetesModels.faults(deployment))
                .singleElement()
                .asString()
                .contains(field);
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.helm.Chart#valuesFiles")
    void no_two_objects_have_one_name_and_what_is_referred_to_exists(String values) {
        List<Manifest> all = Chart.of(values);
        assertThat(all.stream().map(one -> one.apiVersion() + " " + one)).doesNotHaveDuplicates();
        List<String> names = all.stream().map(Manifest::toString).toList();
        SoftAssertions softly = new SoftAssertions();
        for (Manifest one : all) {
            switch (one.kind()) {
                case "Deployment" ->
                    softly.assertThat(names)
                            .contains("ServiceAccount "
                                    + one.spec("/template/spec/serviceAccountName")
                                            .asText());
                case "HorizontalPodAutoscaler", "ScaledObject" ->
                    softly.assertThat(names)
                            .contains("Deployment "
                                    + one.spec("/scaleTargetRef/name").asText());
                case "HTTPRoute" ->
                    one.specs("/rules")
                            .flatMap(rule -> Manifest.each(rule.path("backendRefs")))
                            .forEach(backend -> softly.assertThat(
                                            portsOf(all, backend.path("name").asText()))
                                    .contains(backend.path("port").asInt()));
                case "Service", "PodDisruptionBudget" ->
                    softly.assertThat(selected(all, one)).as(one.toString()).isOne();
                default -> {}
            }
        }
        softly.assertAll();
    }

    private static List<Integer> portsOf(List<Manifest> all, String service) {
        return all.stream()
                .filter(one -> one.isA("Service") && one.name().equals(service))
                .flatMap(one -> one.specs("/ports"))
                .map(port -> port.path("port").asInt())
                .toList();
    }

    private static long selected(List<Manifest> all, Manifest by) {
        JsonNode selector = by.isA("Service") ? by.spec("/selector") : by.spec("/selector/matchLabels");
        Map<String, String> labels = Manifest.map(selector);
        return all.stream()
                .filter(one -> one.isA("Deployment"))
                .filter(one -> Manifest.map(one.spec("/template/metadata/labels"))
                        .entrySet()
                        .containsAll(labels.entrySet()))
                .count();
    }

    private static Manifest first(String kind) {
        return Chart.of("production").stream()
                .filter(one -> one.isA(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Manifest copyOf(Manifest manifest) {
        return new Manifest(manifest.json().deepCopy());
    }
}
