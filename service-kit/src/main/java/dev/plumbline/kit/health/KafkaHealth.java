package dev.plumbline.kit.health;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.Wellness;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Whether Kafka answers, at {@code /q/health/well}. It is no part of being ready: a service without Kafka accepts calls,
 * and what there is to tell waits in its outbox. Whoever took it out of use for that would make an outage of one part
 * one of all.
 */
@Wellness
@ApplicationScoped
public class KafkaHealth implements HealthCheck {
    private static final int PATIENCE_MILLIS = 2_000;

    private final Supplier<Map<String, Object>> brokerSettings;
    private @Nullable Admin admin;

    @Inject
    KafkaHealth(@Identifier("default-kafka-broker") Instance<Map<String, Object>> brokerSettings) {
        this((Supplier<Map<String, Object>>) brokerSettings::get);
    }

    KafkaHealth(Supplier<Map<String, Object>> brokerSettings) {
        this.brokerSettings = brokerSettings;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("Kafka");
        try {
            return answer.up().withData("brokers", countBrokers()).build();
        } catch (ExecutionException | KafkaException e) {
            return answer.down().withData("error", rootOf(e).getMessage()).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answer.down().build();
        }
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private int countBrokers() throws ExecutionException, InterruptedException {
        return client().describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
                .nodes()
                .get()
                .size();
    }

    /** One client for all questions: it finds its way back by itself. */
    private synchronized Admin client() {
        Admin client = admin;
        if (client == null) {
            Map<String, Object> settings = new HashMap<>(brokerSettings.get());
            settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "health");
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
            client = Admin.create(settings);
            admin = client;
        }
        return client;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
