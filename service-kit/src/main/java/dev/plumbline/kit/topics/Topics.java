package dev.plumbline.kit.topics;

import dev.plumbline.kit.problem.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Creates the topics that a service needs and that are not there, with the public contract's settings: kept for ever.
 * Where topics are made by operators, {@code plumbline.topics.ensure} is left empty.
 */
@ApplicationScoped
public class Topics {
    private static final Logger LOG = Logger.getLogger(Topics.class);
    private static final Duration FIRST_TRY = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final int BEFORE_THE_CHANNELS = 1;

    private final Supplier<Map<String, Object>> brokerSettings;
    private final TopicsSettings settings;
    private @Nullable Thread retrying;

    @Inject
    Topics(@Identifier("default-kafka-broker") Instance<Map<String, Object>> brokerSettings, TopicsSettings settings) {
        this((Supplier<Map<String, Object>>) brokerSettings::get, settings);
    }

    Topics(Supplier<Map<String, Object>> brokerSettings, TopicsSettings settings) {
        this.brokerSettings = brokerSettings;
        this.settings = settings;
    }

    void start(@Observes @Priority(BEFORE_THE_CHANNELS) StartupEvent event) {
        List<String> names = settings.ensure().orElse(List.of());
        if (names.isEmpty()) {
            return;
        }
        try {
            ensure(names, FIRST_TRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            // The service comes up without Kafka and goes on trying: what it accepts meanwhile waits in the outbox.
            LOG.warnf("The topics cannot be created yet, trying again: %s", e.getMessage());
            retrying = Thread.ofPlatform().name("topics").daemon().start(() -> keepTrying(names));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        Thread thread = retrying;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void keepTrying(List<String> names) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                ensure(names, FIRST_TRY);
                LOG.info("The topics are there");
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                LOG.debugf(e, "The topics cannot be created yet");
                java.util.concurrent.locks.LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    /**
     * Creates a topic that was deleted, where this service creates its topics.
     *
     * @return whether it is there now
     * @throws ProblemException 503 where Kafka does not answer, 502 where it refuses to
     */
    public boolean ensure(String name) {
        boolean isOwn = settings.ensure().orElse(List.of()).contains(name);
        try {
            return ensure(isOwn ? List.of(name) : List.of(), FIRST_TRY).contains(name) || isOwn;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warnf(e, "The topic %s cannot be created", name);
            throw KafkaProblems.of(knownOf(e));
        }
    }

    private static KafkaException knownOf(Exception failure) {
        Throwable cause = failure instanceof ExecutionException ? failure.getCause() : failure;
        return cause instanceof KafkaException known ? known : new KafkaException(cause);
    }

    /** Gives back the topics that were there before. */
    private Set<String> ensure(List<String> names, Duration within)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, Object> config = new HashMap<>(brokerSettings.get());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) within.toMillis());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) within.toMillis() / 2);
        try (Admin admin = Admin.create(config)) {
            Set<String> existing = admin.listTopics().names().get(within.toMillis(), TimeUnit.MILLISECONDS);
            for (String name : names) {
                if (!existing.contains(name)) {
                    create(admin, name, within);
                }
            }
            return existing;
        }
    }

    private void create(Admin admin, String name, Duration within)
            throws InterruptedException, ExecutionException, TimeoutException {
        NewTopic topic = new NewTopic(name, settings.partitions(), settings.replicationFactor())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1",
                        // The broker's clock: it refuses a record of another one that is more than an hour ahead, and
                        // the events of a machine whose clock is wrong would wait until somebody sets it.
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "LogAppendTime",
                        // A dead letter is a record of another topic with more headers.
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        name.contains("dead-letters") ? "4194304" : "1048588"));
        try {
            admin.createTopics(List.of(topic)).all().get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
            // Another service was faster.
            LOG.debugf("Topic %s is there already", name);
        }
    }
}
