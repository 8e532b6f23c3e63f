package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.e2e.Http.Answer;
import dev.plumbline.e2e.faults.TcpProxy;
import dev.plumbline.local.platform.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a service says of itself while one of its servers is away: who is not ready is no longer called, who is not live is
 * started again, so it has to be the right one of the two, or neither.
 */
@ExtendWith(WholePlatform.class)
class HealthTest {
    private static final String LIVE = "/q/health/live";
    private static final String READY = "/q/health/ready";
    private static final String WELL = "/q/health/well";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Platform platform;

    HealthTest(Platform platform) {
        this.platform = platform;
    }

    @AfterEach
    void heal() {
        platform.detours().kafka().heal();
        platform.detours().postgres().heal();
        awaitStatus(READY, 200);
        awaitStatus(WELL, 200);
    }

    static Stream<Named<Consumer<TcpProxy>>> ways() {
        return Stream.of(
                Named.of("nobody listens", TcpProxy::refuse), Named.of("nothing is answered", TcpProxy::blackHole));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void without_kafka_a_service_lives_and_is_ready_and_says_that_it_is_not_well(Consumer<TcpProxy> away) {
        awaitStatus(WELL, 200);

        away.accept(platform.detours().kafka());
        Answer well = awaitStatus(WELL, 503);

        assertThat(down(well)).containsExactly("Kafka");
        assertThat(ask(READY).status()).isEqualTo(200);
        assertThat(ask(LIVE).status()).isEqualTo(200);
        // Ready is who answers.
        platform.as("auditor", Service.DECISION).get("/v1/webhooks").expect(200);

        platform.detours().kafka().heal();
        assertThat(down(awaitStatus(WELL, 200))).isEmpty();
        assertThat(ask(READY).status()).isEqualTo(200);
        assertThat(ask(LIVE).status()).isEqualTo(200);
    }

    @Test
    void without_its_database_a_service_lives_and_is_not_ready() {
        awaitStatus(READY, 200);

        platform.detours().postgres().refuse();
        Answer ready = awaitStatus(READY, 503);

        assertThat(down(ready)).containsExactly("Database connections health check");
        assertThat(ask(LIVE).status()).isEqualTo(200);
        assertThat(down(ask(WELL))).isEmpty();

        platform.detours().postgres().heal();
        assertThat(down(awaitStatus(READY, 200))).isEmpty();
        Awaitility.await("calls are answered again")
                .atMost(PATIENCE)
                .until(() -> platform.as("auditor", Service.DECISION)
                        .get("/v1/webhooks")
                        .isAccepted());
    }

    private Answer ask(String path) {
        return platform.withBearer("", Service.DECISION).get(path, "Accept", "application/json");
    }

    private Answer awaitStatus(String path, int status) {
        return Awaitility.await(path + " says " + status)
                .atMost(PATIENCE)
                .until(() -> ask(path), answer -> answer.status() == status);
    }

    /** What is not as it should be. */
    private static List<String> down(Answer health) {
        List<String> down = new ArrayList<>();
        health.json().path("checks").forEach(check -> {
            if (!check.path("status").asText().equals("UP")) {
                down.add(check.path("name").asText());
            }
        });
        return down;
    }
}
