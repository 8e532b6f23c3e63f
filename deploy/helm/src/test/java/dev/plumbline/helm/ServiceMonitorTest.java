package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the Prometheus operator makes of the ServiceMonitor, by its rules: whom it scrapes, where, and as which job. */
class ServiceMonitorTest {
    private static final List<Manifest> ALL = Chart.of("production");
    private static final Pattern JOB = Pattern.compile("\\bjob(=~?)\"([^\"]*)\"");

    private static Stream<Manifest> all(String kind) {
        return ALL.stream().filter(one -> one.isA(kind));
    }

    private static Manifest monitor() {
        return all("ServiceMonitor").findFirst().orElseThrow();
    }

    private static Map<String, String> labels(Manifest manifest) {
        return Manifest.map(manifest.json().at("/metadata/labels"));
    }

    /** The Services that it selects. Without a selector of namespaces these are those of its own, the release's. */
    private static List<Manifest> scraped() {
        Map<String, String> selector = Manifest.map(monitor().spec("/selector/matchLabels"));
        return all("Service")
                .filter(service -> labels(service).entrySet().containsAll(selector.entrySet()))
                .toList();
    }

    private static List<String> jobs() {
        String label = monitor().spec("/jobLabel").asText();
        return scraped().stream()
                .map(service -> labels(service).getOrDefault(label, ""))
                .toList();
    }

    @Test
    void each_service_is_scraped_and_nothing_else() {
        assertThat(monitor().json().path("spec").has("namespaceSelector")).isFalse();
        assertThat(monitor().spec("/selector").has("matchExpressions")).isFalse();
        assertThat(scraped())
                .extracting(Manifest::name)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Service.values())
                        .map(service -> "plumbline-" + service.title())
                        .toList());
    }

    @Test
    void the_port_is_one_that_the_services_and_their_pods_have_under_its_name() {
        JsonNode endpoint = monitor()
                .specs("/endpoints")
                .reduce((one, other) -> {
                    throw new AssertionError("More than one: metrics would be counted twice");
                })
                .orElseThrow();
        for (Manifest service : scraped()) {
            String target = service.specs("/ports")
                    .filter(port -> port.path("name")
                            .asText()
                            .equals(endpoint.path("port").asText()))
                    .map(port -> port.path("targetPort").asText())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(service + " has no such port"));
            Manifest deployment = all("Deployment")
                    .filter(one -> one.name().equals(service.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(deployment
                            .specs("/template/spec/containers/0/ports")
                            .map(port -> port.path("name").asText()))
                    .contains(target);
        }
        assertThat(endpoint.path("path").asText())
                .isEqualTo(Service.shared().getProperty("quarkus.micrometer.export.prometheus.path"))
                .isEqualTo("/q/metrics");
    }

    @Test
    void the_job_is_the_one_that_the_alerts_ask_for() {
        List<MatchResult> asked =
                Chart.yaml(Project.chart().resolve("files/alerts.yaml")).findValuesAsText("expr").stream()
                        .flatMap(query -> JOB.matcher(query).results())
                        .toList();
        assertThat(jobs()).hasSize(Service.values().length).doesNotHaveDuplicates();
        assertThat(asked).extracting(matcher -> matcher.group(1)).contains("=", "=~");
        assertThat(asked).allSatisfy(matcher -> {
            if (matcher.group(1).equals("=")) {
                assertThat(jobs()).contains(matcher.group(2));
            } else {
                assertThat(jobs()).allMatch(job -> Pattern.matches(matcher.group(2), job));
            }
        });
        // Of each service it is noticed that it is missing.
        assertThat(asked.stream()
                        .filter(matcher -> matcher.group(1).equals("="))
                        .map(matcher -> matcher.group(2)))
                .containsAll(jobs());
    }
}
