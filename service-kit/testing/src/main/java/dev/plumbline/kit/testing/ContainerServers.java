package dev.plumbline.kit.testing;

import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL and Kafka as containers, where a Docker engine answers. They are removed when this JVM ends. */
final class ContainerServers {
    private static final String POSTGRES = "postgres:18.6";
    private static final String KAFKA = "apache/kafka:4.4.0";

    private ContainerServers() {}

    /** The running containers, or null where no Docker engine answers or it cannot have their images. */
    static @Nullable Servers startIfDockerAnswers() {
        boolean answers = Quiet.aboutDocker(() -> DockerClientFactory.instance().isDockerAvailable());
        return answers ? start() : null;
    }

    private static @Nullable Servers start() {
        PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES);
        KafkaContainer kafka = new KafkaContainer(KAFKA).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        try {
            Startables.deepStart(postgres, kafka).join();
        } catch (CompletionException e) {
            postgres.stop();
            kafka.stop();
            Logger.getLogger(ContainerServers.class)
                    .warnf(
                            "A Docker engine answers, but does not start the containers (%s): using the embedded"
                                    + " PostgreSQL and Kafka",
                            e.getMessage());
            return null;
        }
        return new Servers(
                postgres.getHost(),
                postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                postgres.getUsername(),
                postgres.getPassword(),
                kafka.getBootstrapServers());
    }
}
