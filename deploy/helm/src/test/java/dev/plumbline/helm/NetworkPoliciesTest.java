package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing flows but what has to. */
class NetworkPoliciesTest {
    private static final String SOMEWHERE = "93.184.216.34";
    private static final Pod STRANGER = Pod.of(Map.of("app", "stranger"));
    private static final Pod KAFKA =
            Pod.of(Map.of("strimzi.io/cluster", "plumbline-kafka", "strimzi.io/name", "plumbline-kafka-kafka"));
    private static final Pod ENTITY_OPERATOR = Pod.of(
            Map.of("strimzi.io/cluster", "plumbline-kafka", "strimzi.io/name", "plumbline-kafka-entity-operator"));

    /** The services' pods by service, such as job. */
    private static Map<String, Manifest> services(List<Manifest> all) {
        Map<String, Manifest> services = new TreeMap<>();
        all.stream()
                .filter(one -> one.isA("Deployment"))
                .forEach(
                        one -> services.put(one.name().replace("plumbline-", "").replace("-service", ""), one));
        return services;
    }

    private static Pod pod(Manifest deployment) {
        return Pod.of(Manifest.map(deployment.spec("/template/metadata/labels")));
    }

    private static Pod database(String service) {
        return Pod.of(Map.of("cnpg.io/cluster", "plumbline-" + service + "-db"));
    }

    private static List<Integer> ports(Manifest deployment) {
        return deployment
                .specs("/template/spec/containers/0/ports")
                .map(port -> port.path("containerPort").asInt())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.helm.Chart#valuesFiles")
    void every_port_is_for_the_gateway_and_monitoring_and_for_nobody_else(String values) {
        List<Manifest> all = Chart.of(values);
        Flows flows = new Flows(all);
        String gateway = values.equals("production") ? "envoy-gateway-system" : "gateway-system";
        services(all).forEach((name, service) -> {
            assertThat(flows.denyByDefault(pod(service))).isTrue();
            assertThat(ports(service)).isNotEmpty().allSatisfy(port -> {
                assertThat(flows.allow(Pod.in(gateway), pod(service), port)).isTrue();
                assertThat(flows.allow(Pod.in("monitoring"), pod(service), port))
                        .isTrue();
                assertThat(flows.allow(Pod.in("default"), pod(service), port)).isFalse();
                assertThat(flows.allow(STRANGER, pod(service), port)).isFalse();
                services(all)
                        .values()
                        .forEach(other -> assertThat(flows.allow(pod(other), pod(service), port))
                                .isFalse());
            });
        });
        assertThat(flows.denyByDefault(STRANGER)).isTrue();
    }

    @Test
    void a_database_is_its_services_alone() {
        List<Manifest> all = Chart.of("production");
        Flows flows = new Flows(all);
        services(all)
                .forEach((name, service) -> services(all)
                        .keySet()
                        .forEach(owner -> assertThat(flows.allow(pod(service), database(owner), 5432))
                                .as(name + " to the database of " + owner)
                                .isEqualTo(name.equals(owner))));
        assertThat(flows.allow(database("job"), database("job"), 5432)).isTrue();
        assertThat(flows.allow(database("job"), database("decision"), 5432)).isFalse();
        assertThat(flows.allow(Pod.in("cnpg-system"), database("job"), 8000)).isTrue();
        assertThat(flows.allow(Pod.in("monitoring"), database("job"), 9187)).isTrue();
        assertThat(flows.allow(STRANGER, database("job"), 5432)).isFalse();
    }

    @Test
    void kafka_is_for_the_services_and_for_those_who_read_lags() {
        List<Manifest> all = Chart.of("production");
        Flows flows = new Flows(all);
        services(all).values().forEach(service -> {
            assertThat(flows.allow(pod(service), KAFKA, 9093)).isTrue();
            assertThat(flows.allow(pod(service), KAFKA, 9091)).isFalse();
        });
        assertThat(flows.allow(Pod.in("keda"), KAFKA, 9093)).isTrue();
        assertThat(new Flows(Chart.of("demo")).allow(Pod.in("keda"), KAFKA, 9093))
                .isFalse();
        assertThat(flows.allow(KAFKA, KAFKA, 9091)).isTrue();
        assertThat(flows.allow(ENTITY_OPERATOR, KAFKA, 9091)).isTrue();
        assertThat(flows.allow(Pod.in("strimzi"), KAFKA, 8443)).isTrue();
        assertThat(flows.allow(STRANGER, KAFKA, 9093)).isFalse();
    }

    @Test
    void operators_reach_kafka_where_they_have_a_user_and_nothing_else() {
        Pod operators =
                Pod.of(Map.of("app.kubernetes.io/name", "operators", "app.kubernetes.io/instance", "plumbline"));
        Flows flows = new Flows(Chart.of("demo"));
        assertThat(flows.allow(operators, KAFKA, 9093)).isTrue();
        assertThat(flows.allow(operators, KAFKA, 9091)).isFalse();
        assertThat(flows.allow(operators, database("decision"), 5432)).isFalse();
        assertThat(flows.allow(operators, SOMEWHERE, 443)).isFalse();
        services(Chart.of("demo"))
                .values()
                .forEach(service -> ports(service)
                        .forEach(port -> assertThat(flows.allow(operators, pod(service), port))
                                .isFalse()));
        assertThat(new Flows(Chart.of("production")).allow(operators, KAFKA, 9093))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void the_kafka_listener_lets_in_whom_the_policy_lets_in(String values) {
        List<Manifest> all = Chart.of(values);
        Manifest kafka =
                all.stream().filter(one -> one.isA("Kafka")).findFirst().orElseThrow();
        Manifest policy = all.stream()
                .filter(one -> one.isA("NetworkPolicy") && one.name().equals("plumbline-kafka"))
                .findFirst()
                .orElseThrow();
        assertThat(kafka.spec("/kafka/listeners/0/networkPolicyPeers")).isEqualTo(policy.spec("/ingress/0/from"));
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.helm.Chart#valuesFiles")
    void the_way_out_is_names_tokens_and_receivers(String values) {
        List<Manifest> all = Chart.of(values);
        Flows flows = new Flows(all);
        services(all).values().forEach(service -> {
            assertThat(flows.allow(pod(service), Pod.in("kube-system"), 53)).isTrue();
            assertThat(flows.allow(pod(service), SOMEWHERE, 443)).isTrue();
            assertThat(flows.allow(pod(service), SOMEWHERE, 80)).isFalse();
            assertThat(flows.allow(pod(service), "169.254.169.254", 443)).isFalse();
            assertThat(flows.allow(pod(service), "10.96.0.1", 443)).isFalse();
            assertThat(flows.allow(pod(service), "fd00::1", 443)).isFalse();
        });
    }

    @Test
    void receivers_are_reached_at_the_ports_that_values_name_by_the_decision_service_alone() {
        List<Manifest> all = Chart.with("production", "{networkPolicy: {receivers: {ports: [443, 8443]}}}");
        Flows flows = new Flows(all);
        services(all).forEach((name, service) -> {
            assertThat(flows.allow(pod(service), SOMEWHERE, 8443)).isEqualTo(name.equals("decision"));
            assertThat(flows.allow(pod(service), "10.96.0.1", 8443)).isFalse();
            assertThat(flows.allow(pod(service), SOMEWHERE, 8444)).isFalse();
        });
    }

    @Test
    void stores_outside_are_reached_where_values_say_they_are() {
        List<Manifest> all = Chart.of("existing-infrastructure");
        Flows flows = new Flows(all);
        services(all).values().forEach(service -> {
            assertThat(flows.allow(pod(service), "10.20.0.7", 9093)).isTrue();
            assertThat(flows.allow(pod(service), "10.20.1.7", 5432)).isTrue();
            assertThat(flows.allow(pod(service), "10.20.1.7", 9093)).isFalse();
        });
    }

    @Test
    void traces_go_to_the_collector_where_there_is_one() {
        Pod collector = Pod.in("monitoring");
        services(Chart.of("production"))
                .values()
                .forEach(service -> assertThat(new Flows(Chart.of("production")).allow(pod(service), collector, 4317))
                        .isFalse());
        List<Manifest> traced = Chart.with("production", "{tracing: {endpoint: 'http://collector.monitoring:4317'}}");
        services(traced)
                .values()
                .forEach(service -> assertThat(new Flows(traced).allow(pod(service), collector, 4317))
                        .isTrue());
    }

    @Test
    void a_provider_of_tokens_inside_is_the_only_way_out_of_a_service_without_receivers() {
        List<Manifest> all =
                Chart.with("production", "{networkPolicy: {oidc: {to: [{ipBlock: {cidr: 10.1.0.0/16}}], port: 8443}}}");
        Flows flows = new Flows(all);
        services(all).forEach((name, service) -> {
            assertThat(flows.allow(pod(service), "10.1.2.3", 8443)).isTrue();
            assertThat(flows.allow(pod(service), SOMEWHERE, 443)).isEqualTo(name.equals("decision"));
        });
    }
}
