package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.local.platform.Service;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a packaged service answers beside its API: what operators need, and nothing that is for who develops it. */
@ExtendWith(WholePlatform.class)
class ProductionBuildTest {
    /** What Quarkus and its extensions have below {@code /q} while one develops with them, and what others have. */
    private static final String[] OF_DEVELOPMENT = {
        "/q/dev",
        "/q/dev/",
        "/q/dev-ui",
        "/q/dev-ui/",
        "/q/dev-ui/extensions",
        "/q/dev-ui/configuration-form-editor",
        "/q/dev-ui/continuous-testing",
        "/q/dev-ui/json-rpc-ws",
        "/q/dev-v1",
        "/q/dev-mcp",
        "/q/dev-mcp/sse",
        "/q/arc",
        "/q/arc/beans",
        "/q/arc/observers",
        "/q/arc/removed-beans",
        "/q/health-ui",
        "/q/health-ui/",
        "/q/scheduler",
        "/q/info",
        "/q/logging-manager",
        "/q/logstream",
        "/q/flyway",
        "/q/hibernate-orm",
        "/q/graphql-ui",
        "/q/oidc",
        "/q/io.quarkus.quarkus-oidc/provider",
        "/q/live-reload",
        "/quarkus/live-reload",
        "/q/test",
        "/q/shutdown",
        "/q/env",
        "/q/configprops",
        "/q/threaddump",
        "/q/heapdump"
    };

    private static final String[] OF_OTHERS = {
        "/",
        "/index.html",
        "/q",
        "/q/",
        "/webjars/",
        "/META-INF/resources/",
        "/application.properties",
        "/%2e%2e/application.properties",
        "/actuator",
        "/actuator/env",
        "/metrics",
        "/health",
        "/openapi",
        "/swagger-ui",
        "/login",
        "/j_security_check",
        "/.git/config",
        "/.env"
    };

    private final Platform platform;

    ProductionBuildTest(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @EnumSource
    void nothing_that_is_for_development_is_served(Service service) {
        assertThat(answers(service, OF_DEVELOPMENT))
                .allSatisfy((path, status) -> assertThat(status).as(path).isEqualTo(404));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_lies_about_beside_the_api(Service service) {
        assertThat(answers(service, OF_OTHERS))
                .allSatisfy((path, status) -> assertThat(status).as(path).isEqualTo(404));
    }

    /** Swagger UI is meant to be there: it is how a user reads the API, and it has nobody's data. */
    @ParameterizedTest
    @EnumSource
    void what_operators_and_users_are_told_of_is_there(Service service) {
        Map<String, Integer> answers = answers(
                service,
                "/q/health",
                "/q/health/live",
                "/q/health/ready",
                "/q/health/well",
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui/");
        assertThat(answers)
                .allSatisfy((path, status) -> assertThat(status).as(path).isEqualTo(200));
    }

    private Map<String, Integer> answers(Service service, String... paths) {
        Http stranger = platform.withBearer("", service);
        Map<String, Integer> answers = new TreeMap<>();
        for (String path : paths) {
            answers.put(path, stranger.get(path, "Accept", "*/*").status());
        }
        return answers;
    }
}
