package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kubernetes' Pod Security Standard "restricted", and more: a root that is read only, no token, limits, no secret in the
 * environment.
 */
class PodSecurityTest {
    private static final Set<String> VOLUMES = Set.of("projected", "secret", "emptyDir");

    static List<String> faults(JsonNode pod) {
        List<String> faults = new ArrayList<>();
        check(faults, pod, "/automountServiceAccountToken", "false");
        check(faults, pod, "/enableServiceLinks", "false");
        check(faults, pod, "/securityContext/runAsNonRoot", "true");
        check(faults, pod, "/securityContext/seccompProfile/type", "RuntimeDefault");
        Stream.of("hostNetwork", "hostPID", "hostIPC").filter(pod::has).forEach(faults::add);
        for (JsonNode volume : pod.path("volumes")) {
            volume.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(key -> !key.equals("name") && !VOLUMES.contains(key))
                    .forEach(faults::add);
            if (volume.has("emptyDir")) {
                checkPresent(faults, volume, "/emptyDir/sizeLimit");
            }
        }
        Manifest.each(pod.path("containers")).forEach(container -> addFaults(faults, container));
        return faults;
    }

    private static void addFaults(List<String> faults, JsonNode container) {
        checkSecurity(faults, container.path("securityContext"));
        check(faults, container, "/securityContext/readOnlyRootFilesystem", "true");
        checkLimits(faults, container.path("resources"));
        Stream.of("/startupProbe", "/livenessProbe", "/readinessProbe", "/lifecycle/preStop")
                .forEach(pointer -> checkPresent(faults, container, pointer));
        for (JsonNode variable : container.path("env")) {
            if (variable.has("valueFrom")) {
                faults.add("not from a file: " + variable.path("name").asText());
            }
        }
        container
                .path("ports")
                .forEach(port ->
                        Stream.of("hostPort", "hostIP").filter(port::has).forEach(faults::add));
    }

    private static void checkSecurity(List<String> faults, JsonNode context) {
        check(faults, context, "/allowPrivilegeEscalation", "false");
        check(faults, context, "/runAsNonRoot", "true");
        check(faults, context, "/seccompProfile/type", "RuntimeDefault");
        check(faults, context, "/capabilities/drop/0", "ALL");
        Stream.of("/privileged", "/capabilities/add", "/procMount")
                .filter(pointer -> !context.at(pointer).isMissingNode())
                .forEach(faults::add);
    }

    private static void checkLimits(List<String> faults, JsonNode resources) {
        Stream.of("/requests/cpu", "/requests/memory", "/limits/cpu", "/limits/memory")
                .forEach(pointer -> checkPresent(faults, resources, pointer));
    }

    private static void check(List<String> faults, JsonNode node, String pointer, String value) {
        if (!node.at(pointer).asText().equals(value)) {
            faults.add(pointer + " is not " + value);
        }
    }

    private static void checkPresent(List<String> faults, JsonNode node, String pointer) {
        if (node.at(pointer).isMissingNode()) {
            faults.add(pointer + " is missing");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.helm.Chart#valuesFiles")
    void services_run_restricted(String values) {
        List<Manifest> deployments =
                Chart.of(values).stream().filter(one -> one.isA("Deployment")).toList();
        assertThat(deployments).hasSize(4);
        deployments.forEach(one -> assertThat(faults(one.spec("/template/spec")))
                .as(one.toString())
                .isEmpty());
        assertThat(Chart.of(values).stream().filter(one -> one.isA("ServiceAccount")))
                .hasSize(4)
                .allMatch(
                        one -> !one.json().path("automountServiceAccountToken").asBoolean(true));
    }

    @ParameterizedTest
    @CsvSource({
        "/containers/0/securityContext, privileged, true",
        "/containers/0/securityContext, readOnlyRootFilesystem, false",
        "/containers/0/resources/limits, memory, ",
        "/securityContext, runAsNonRoot, false",
        "'', hostNetwork, true"
    })
    void what_is_not_restricted_is_found(String pointer, String field, String value) {
        JsonNode pod = Chart.of("demo").stream()
                .filter(one -> one.isA("Deployment"))
                .findFirst()
                .orElseThrow()
                .spec("/template/spec")
                .deepCopy();
        ObjectNode at = (ObjectNode) pod.at(pointer);
        at.remove(field);
        if (value != null) {
            at.put(field, value);
        }
        assertThat(faults(pod)).singleElement().asString().contains(field);
    }

    @Test
    void what_operators_run_is_restricted_and_limited_too() {
        List<String> faults = new ArrayList<>();
        for (Manifest one : Chart.of("production")) {
            switch (one.kind()) {
                case "KafkaNodePool" -> {
                    checkSecurity(faults, one.spec("/template/kafkaContainer/securityContext"));
                    checkLimits(faults, one.spec("/resources"));
                }
                case "Kafka" ->
                    Stream.of("topicOperator", "userOperator").forEach(operator -> {
                        checkSecurity(
                                faults, one.spec("/entityOperator/template/" + operator + "Container/securityContext"));
                        checkLimits(faults, one.spec("/entityOperator/" + operator + "/resources"));
                    });
                case "Cluster" -> checkLimits(faults, one.spec("/resources"));
                default -> {}
            }
        }
        assertThat(faults).isEmpty();
    }
}
