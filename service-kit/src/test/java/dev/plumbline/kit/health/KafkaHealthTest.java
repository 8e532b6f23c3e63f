package dev.plumbline.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaHealthTest {
    @ParameterizedTest
    @ValueSource(strings = {"localhost:1", "no-such-host.invalid:9092"})
    void a_broker_that_is_away_is_said_to_be_and_fails_nothing(String address) {
        Supplier<Map<String, Object>> settings = () -> Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address);
        KafkaHealth health = new KafkaHealth(settings);
        HealthCheckResponse answer = health.call();
        health.close();
        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(answer.getData()).hasValueSatisfying(data -> assertThat(data).containsKey("error"));
    }
}
