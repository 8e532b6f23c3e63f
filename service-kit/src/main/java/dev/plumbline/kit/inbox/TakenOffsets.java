package dev.plumbline.kit.inbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Tells Kafka what was taken, one commit at a time, and again until Kafka has it. The connector's own {@code latest} says it
 * once: where that is lost with a connection and nothing comes after it, the group is behind for as long as nothing does. It
 * also says nothing of offsets below the highest that it has said, so of a topic that was made anew nothing for a long time.
 */
final class TakenOffsets implements KafkaCommitHandler {
    /** The name of this strategy among the connector's settings. */
    static final String STRATEGY = "taken";

    private static final Logger LOG = Logger.getLogger(TakenOffsets.class);

    private final KafkaConsumer<?, ?> consumer;
    private final Timer timer;
    private final Set<TopicPartition> assigned = new HashSet<>();
    private final Map<TopicPartition, OffsetAndMetadata> untold = new HashMap<>();
    private boolean isTelling;
    private boolean isOver;

    TakenOffsets(KafkaConsumer<?, ?> consumer, Timer timer) {
        this.consumer = consumer;
        this.timer = timer;
    }

    /** Does something somewhat later. */
    @FunctionalInterface
    interface Timer {
        void later(Runnable task);
    }

    /** Makes one for each consumer. */
    @ApplicationScoped
    @Identifier(STRATEGY) static class Factory implements KafkaCommitHandler.Factory {
        private static final Duration LATER = Duration.ofSeconds(1);

        @Override
        public KafkaCommitHandler create(
                KafkaConnectorIncomingConfiguration configuration,
                Vertx vertx,
                KafkaConsumer<?, ?> consumer,
                BiConsumer<Throwable, Boolean> reportFailure) {
            return new TakenOffsets(consumer, task -> vertx.setTimer(LATER.toMillis(), id -> task.run()));
        }
    }

    @Override
    public synchronized void partitionsAssigned(Collection<TopicPartition> partitions) {
        assigned.addAll(partitions);
    }

    /** What was taken of them and is not told, whoever has them next takes again. */
    @Override
    public synchronized void partitionsRevoked(Collection<TopicPartition> partitions) {
        assigned.removeAll(partitions);
        untold.keySet().removeAll(partitions);
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
        take(new TopicPartition(record.getTopic(), record.getPartition()), record.getOffset());
        return Uni.createFrom().voidItem().runSubscriptionOn(record::runOnMessageContext);
    }

    void take(TopicPartition partition, long offset) {
        synchronized (this) {
            if (!assigned.contains(partition)) {
                // Somebody else may have told of more by now.
                return;
            }
            untold.put(partition, new OffsetAndMetadata(offset + 1));
        }
        tell();
    }

    private void tell() {
        Map<TopicPartition, OffsetAndMetadata> now;
        synchronized (this) {
            if (isTelling || isOver || untold.isEmpty()) {
                return;
            }
            isTelling = true;
            now = Map.copyOf(untold);
        }
        consumer.commitAsync(now).subscribe().with(done -> told(now), this::failed);
    }

    private void told(Map<TopicPartition, OffsetAndMetadata> offsets) {
        synchronized (this) {
            isTelling = false;
            offsets.forEach(untold::remove);
        }
        tell();
    }

    private void failed(Throwable failure) {
        synchronized (this) {
            isTelling = false;
            if (isOver) {
                return;
            }
        }
        LOG.infof("Kafka was not told how far its records are taken, trying again: %s", failure);
        timer.later(this::tell);
    }

    @Override
    public synchronized void terminate(boolean graceful) {
        isOver = true;
    }
}
