package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How many instances of a service there are, where they stand, and what may take them away. */
class ScalingTest {
    private static final String OTHER_NUMBERS = """
            defaults:
              autoscaling: {enabled: true, minReplicas: 3, maxReplicas: 5, cpu: 61}
            services:
              job: {autoscaling: {maxReplicas: 9, cpu: 55}}
              decision: {autoscaling: {minReplicas: 4, maxReplicas: 6, lag: {enabled: true, threshold: 1234}}}
            """;

    private static Optional<Manifest> find(List<Manifest> all, String kind, Service service) {
        return all.stream()
                .filter(one -> one.isA(kind) && one.name().equals("plumbline-" + service.title()))
                .findFirst();
    }

    private static Manifest of(List<Manifest> all, String kind, Service service) {
        return find(all, kind, service).orElseThrow(() -> new AssertionError("no " + kind + " for " + service));
    }

    private static int least(List<Manifest> all, Service service) {
        return find(all, "HorizontalPodAutoscaler", service)
                .map(scaler -> scaler.spec("/minReplicas"))
                .or(() -> find(all, "ScaledObject", service).map(scaler -> scaler.spec("/minReplicaCount")))
                .orElseGet(() -> of(all, "Deployment", service).spec("/replicas"))
                .asInt();
    }

    private static int most(List<Manifest> all, Service service) {
        return find(all, "HorizontalPodAutoscaler", service)
                .map(scaler -> scaler.spec("/maxReplicas"))
                .or(() -> find(all, "ScaledObject", service).map(scaler -> scaler.spec("/maxReplicaCount")))
                .orElseGet(() -> of(all, "Deployment", service).spec("/replicas"))
                .asInt();
    }

    private static Map<String, String> podLabels(List<Manifest> all, Service service) {
        return Manifest.map(of(all, "Deployment", service).spec("/template/metadata/labels"));
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.helm.Chart#valuesFiles")
    void where_there_are_two_instances_one_is_taken_away_at_a_time(String values) {
        List<Manifest> all = Chart.of(values);
        for (Service service : Service.values()) {
            Optional<Manifest> budget = find(all, "PodDisruptionBudget", service);
            assertThat(budget.isPresent()).as(service.title()).isEqualTo(least(all, service) > 1);
            budget.ifPresent(one -> {
                assertThat(one.spec("/maxUnavailable").asInt()).isOne();
                assertThat(podLabels(all, service))
                        .containsAllEntriesOf(Manifest.map(one.spec("/selector/matchLabels")));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.helm.Chart#valuesFiles")
    void instances_of_a_service_are_spread_over_zones_and_nodes(String values) {
        List<Manifest> all = Chart.of(values);
        for (Service service : Service.values()) {
            List<JsonNode> spread = of(all, "Deployment", service)
                    .specs("/template/spec/topologySpreadConstraints")
                    .toList();
            assertThat(spread)
                    .extracting(one -> one.path("topologyKey").asText())
                    .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
            assertThat(spread).allSatisfy(one -> {
                assertThat(one.path("maxSkew").asInt()).isOne();
                Map<String, String> selector = Manifest.map(one.at("/labelSelector/matchLabels"));
                assertThat(podLabels(all, service)).containsAllEntriesOf(selector);
                // Others' pods do not count.
                Stream.of(Service.values())
                        .filter(other -> other != service)
                        .forEach(other -> assertThat(podLabels(all, other).entrySet())
                                .as(other.title())
                                .matches(labels -> !labels.containsAll(selector.entrySet())));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_scaler_has_the_numbers_that_values_say(Service service) {
        List<Manifest> all = Chart.with("production", OTHER_NUMBERS);
        int lower = service == Service.DECISION ? 4 : 3;
        int upper = Map.of(Service.JOB, 9, Service.DECISION, 6).getOrDefault(service, 5);
        String cpu = service == Service.JOB ? "55" : "61";
        assertThat(least(all, service)).isEqualTo(lower);
        assertThat(most(all, service)).isEqualTo(upper);
        // Whoever installs the chart again would undo what was scaled.
        assertThat(of(all, "Deployment", service).json().path("spec").has("replicas"))
                .isFalse();
        if (service == Service.DECISION) {
            Manifest scaler = of(all, "ScaledObject", service);
            assertThat(find(all, "HorizontalPodAutoscaler", service)).isEmpty();
            assertThat(scaler.spec("/scaleTargetRef/name").asText()).isEqualTo("plumbline-decision-service");
            assertThat(scaler.spec("/fallback/replicas").asInt()).isEqualTo(lower);
            assertThat(scaler.specs("/triggers")
                            .map(trigger -> trigger.path("type").asText()
                                    + " "
                                    + trigger.at("/metadata/value").asText()
                                    + trigger.at("/metadata/lagThreshold").asText()))
                    .containsExactly("cpu " + cpu, "kafka 1234");
        } else {
            Manifest scaler = of(all, "HorizontalPodAutoscaler", service);
            assertThat(find(all, "ScaledObject", service)).isEmpty();
            assertThat(scaler.spec("/scaleTargetRef/name").asText()).isEqualTo("plumbline-" + service.title());
            assertThat(scaler.spec("/metrics/0/resource/target/averageUtilization")
                            .asText())
                    .isEqualTo(cpu);
        }
    }

    /** What is more than there are partitions would stand by, and cost what the others cost. */
    @ParameterizedTest
    @MethodSource("dev.plumbline.helm.Chart#valuesFiles")
    void each_consumer_of_facts_has_a_partition(String values) {
        int consumers = consumers();
        JsonNode partitions = Chart.yaml(Chart.valuesFile(values)).at("/kafka/partitions");
        assertThat(most(Chart.of(values), Service.DECISION) * consumers).isLessThanOrEqualTo(partitions.asInt());
    }

    @Test
    void the_chart_knows_how_many_consumers_an_instance_has() {
        assertThat(Chart.services().at("/decision/consumers").asInt()).isEqualTo(consumers());
    }

    private static int consumers() {
        return Integer.parseInt(Service.DECISION.settings().getProperty("mp.messaging.incoming.facts.concurrency"));
    }
}
