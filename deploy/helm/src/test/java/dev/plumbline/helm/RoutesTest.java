package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoutesTest {
    private static Manifest route(String values, Service service) {
        return Chart.of(values).stream()
                .filter(one -> one.isA("HTTPRoute") && one.name().equals("plumbline-" + service.title()))
                .findFirst()
                .orElseThrow();
    }

    private static String variable(String values, Service service, String name) {
        return Chart.of(values).stream()
                .filter(one -> one.isA("Deployment") && one.name().equals("plumbline-" + service.title()))
                .flatMap(one -> one.specs("/template/spec/containers/0/env"))
                .filter(variable -> variable.path("name").asText().equals(name))
                .map(variable -> variable.path("value").asText())
                .findFirst()
                .orElse("");
    }

    /** What a route takes, and what it makes of it, such as "PathPrefix /job/v1 as ReplacePrefixMatch /v1". */
    private static List<String> ways(Manifest route) {
        return route.specs("/rules")
                .map(rule -> {
                    JsonNode path = rule.at("/matches/0/path");
                    JsonNode made = rule.at("/filters/0/urlRewrite/path");
                    String way = path.path("type").asText() + " "
                            + path.path("value").asText();
                    return made.isMissingNode()
                            ? way
                            : way + " as " + made.path("type").asText() + " "
                                    + made.path("replacePrefixMatch").asText()
                                    + made.path("replaceFullPath").asText();
                })
                .toList();
    }

    private static Stream<String> backends(Manifest route) {
        return route.specs("/rules").map(rule -> rule.at("/backendRefs/0/name").asText());
    }

    private static List<String> expected(Service service, String versioned, UnaryOperator<String> beside) {
        return Stream.concat(
                        Stream.of(versioned),
                        service == Service.DECISION
                                ? Stream.of(beside.apply("/.well-known/decision-keys"))
                                : Stream.<String>empty())
                .toList();
    }

    /** An operation of a service's document that the route does not lead to could not be called from outside. */
    @ParameterizedTest
    @EnumSource
    void every_operation_is_reached_and_nothing_else(Service service) {
        assertThat(service.paths().stream()
                        .filter(path -> !path.startsWith("/v1/"))
                        .toList())
                .isEqualTo(Manifest.texts(Chart.services().at("/" + service.shortName() + "/publicPaths")));
    }

    @ParameterizedTest
    @EnumSource
    void one_host_serves_a_service_by_its_prefix_which_is_taken_off(Service service) {
        Manifest route = route("production", service);
        String prefix = "/" + service.shortName();
        assertThat(Manifest.texts(route.spec("/hostnames"))).containsExactly("plumbline.example.com");
        assertThat(ways(route))
                .containsExactlyElementsOf(expected(
                        service,
                        "PathPrefix " + prefix + "/v1 as ReplacePrefixMatch /v1",
                        path -> "Exact " + prefix + path + " as ReplaceFullPath " + path));
        assertThat(backends(route)).containsOnly("plumbline-" + service.title());
        assertThat(variable("production", service, "PLUMBLINE_REST_PUBLIC_PATH"))
                .isEqualTo(prefix);
    }

    @ParameterizedTest
    @EnumSource
    void four_hosts_serve_a_service_each_as_it_is(Service service) {
        Manifest route = route("existing-infrastructure", service);
        JsonNode hosts = Chart.yaml(Chart.valuesFile("existing-infrastructure")).at("/public/hosts");
        assertThat(Manifest.texts(route.spec("/hostnames")))
                .containsExactly(hosts.path(service.shortName()).asText());
        assertThat(ways(route)).containsExactlyElementsOf(expected(service, "PathPrefix /v1", path -> "Exact " + path));
        assertThat(backends(route)).containsOnly("plumbline-" + service.title());
        assertThat(variable("existing-infrastructure", service, "PLUMBLINE_REST_PUBLIC_PATH"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void links_that_leave_the_services_lead_to_the_public_host(Service service) {
        Map<Service, String> names = Map.of(
                Service.ASSESSMENT, "PLUMBLINE_SESSIONS_PUBLIC_URL",
                Service.INTERVIEW, "PLUMBLINE_INTERVIEWS_PUBLIC_URL");
        String name = names.get(service);
        if (name != null) {
            assertThat(List.of(
                            variable("production", service, name), variable("existing-infrastructure", service, name)))
                    .containsExactly(
                            "https://plumbline.example.com/" + service.shortName(),
                            "https://" + service.shortName() + "s.plumbline.example.com");
        }
    }
}
