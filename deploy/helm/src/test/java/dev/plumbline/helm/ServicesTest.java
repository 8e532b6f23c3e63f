package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the chart gives to the services is what they take. */
class ServicesTest {
    private static JsonNode pod(List<Manifest> all, Service service) {
        return all.stream()
                .filter(one -> one.isA("Deployment") && one.name().equals("plumbline-" + service.title()))
                .findFirst()
                .orElseThrow()
                .spec("/template/spec");
    }

    private static Map<String, String> environment(JsonNode pod) {
        return Manifest.each(pod.at("/containers/0/env"))
                .collect(Collectors.toMap(
                        one -> one.path("name").asText(),
                        one -> one.path("value").asText()));
    }

    /** Properties that are files, and the secrets they come from. */
    private static Map<String, String> secrets(JsonNode pod) {
        return Manifest.each(pod.at("/volumes/0/projected/sources"))
                .map(source -> source.path("secret"))
                .collect(Collectors.toMap(
                        secret -> Manifest.each(secret.path("items"))
                                .map(item -> item.path("path").asText())
                                .collect(Collectors.joining(" ")),
                        secret -> secret.path("name").asText()));
    }

    @ParameterizedTest
    @EnumSource
    void ports_are_those_of_the_services(Service service) {
        String port = service.settings().getProperty("quarkus.http.port");
        JsonNode pod = pod(Chart.of("demo"), service);
        assertThat(pod.at("/containers/0/ports/0/containerPort").asText()).isEqualTo(port);
        assertThat(environment(pod)).containsEntry("QUARKUS_HTTP_PORT", port);
    }

    @ParameterizedTest
    @EnumSource
    void every_setting_is_one_that_the_service_has(Service service) {
        for (String values : Chart.valuesFiles().toList()) {
            JsonNode pod = pod(Chart.of(values), service);
            List<String> variables = service.ownSettings().stream()
                    .map(setting -> setting.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT))
                    .toList();
            assertThat(environment(pod).keySet().stream()
                            .filter(name -> name.startsWith("PLUMBLINE_"))
                            // Read before there are settings.
                            .filter(name -> !name.equals("PLUMBLINE_SECRETS_FOLDER")))
                    .isSubsetOf(variables);
            assertThat(secrets(pod).keySet().stream().filter(name -> name.startsWith("plumbline.")))
                    .isSubsetOf(service.ownSettings());
        }
    }

    @ParameterizedTest
    @EnumSource
    void logins_come_from_the_secrets_that_the_operators_make(Service service) {
        Map<String, String> secrets = secrets(pod(Chart.of("production"), service));
        assertThat(secrets)
                .containsEntry(
                        "quarkus.datasource.username quarkus.datasource.password",
                        "plumbline-" + service.shortName() + "-db-app")
                .containsEntry("kafka.ssl.truststore.certificates", "plumbline-kafka-cluster-ca-cert")
                .containsEntry(
                        "kafka.ssl.keystore.certificate.chain kafka.ssl.keystore.key", "plumbline-" + service.title());
    }

    @Test
    void keys_are_where_they_are_needed_and_nowhere_else() {
        List<Manifest> all = Chart.of("production");
        Map<Service, String> keys =
                Map.of(Service.ASSESSMENT, "plumbline-assessment-keys", Service.DECISION, "plumbline-decision-keys");
        Stream.of(Service.values())
                .forEach(service -> assertThat(secrets(pod(all, service)).values())
                        .filteredOn(name -> name.endsWith("-keys"))
                        .allMatch(name -> name.equals(keys.get(service))));
        assertThat(secrets(pod(all, Service.ASSESSMENT))).containsKey("plumbline.sessions.key");
        assertThat(secrets(pod(all, Service.DECISION)))
                .containsKeys("plumbline.webhooks.key", "plumbline.decision-keys.signing-key");
    }

    @Test
    void topics_are_made_by_the_services_only_where_values_say_so() {
        assertThat(environment(pod(Chart.of("production"), Service.JOB))).containsEntry("PLUMBLINE_TOPICS_ENSURE", "");
        JsonNode making =
                pod(Chart.with("existing-infrastructure", "{kafka: {existing: {createTopics: true}}}"), Service.JOB);
        assertThat(environment(making))
                .doesNotContainKey("PLUMBLINE_TOPICS_ENSURE")
                .containsEntry("PLUMBLINE_TOPICS_PARTITIONS", "12")
                .containsEntry("PLUMBLINE_TOPICS_REPLICATION_FACTOR", "3");
    }

    @Test
    void a_database_takes_the_connections_of_all_instances() {
        Chart.of("production").stream()
                .filter(one -> one.isA("Cluster"))
                .forEach(cluster -> assertThat(cluster.spec("/postgresql/parameters/max_connections")
                                .asInt())
                        .isEqualTo((6 + 1) * 16 + 20));
    }
}
