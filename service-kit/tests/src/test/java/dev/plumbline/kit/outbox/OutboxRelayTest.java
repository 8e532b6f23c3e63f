package dev.plumbline.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.tracing.Traces;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;

/** A relay that cannot do its work goes on trying, and not without a pause. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class OutboxRelayTest {
    private static final long PATIENCE_SECONDS = 30;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    OutboxSettings settings;

    @Inject
    LostTopics lost;

    @Inject
    Traces traces;

    @Inject
    @Identifier("default-kafka-broker") Instance<Map<String, Object>> broker;

    /** Makes no producer, but notes when it was asked to. */
    private final class Failing extends OutboxProducer {
        private final BlockingQueue<Long> tries = new LinkedBlockingQueue<>();
        private final Throwable failure;

        Failing(Throwable failure) {
            super(broker);
            this.failure = failure;
        }

        @Override
        Producer<byte[], byte[]> create() {
            tries.add(System.nanoTime());
            if (failure instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failure);
        }

        long nextTry() throws InterruptedException {
            Long at = tries.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(at).as("another try").isNotNull();
            return at;
        }
    }

    private Duration betweenTries(Throwable failure) throws InterruptedException {
        Failing producers = new Failing(failure);
        OutboxSignal signal = new OutboxSignal();
        OutboxRelay relay =
                new OutboxRelay(dataSource, signal, settings, producers, lost, traces, new SimpleMeterRegistry());
        relay.start(new StartupEvent());
        try {
            long first = producers.nextTry();
            // As every commit of a busy service does.
            signal.raise();
            return Duration.ofNanos(producers.nextTry() - first);
        } finally {
            relay.stop(new ShutdownEvent());
        }
    }

    @Test
    void what_has_failed_is_tried_again_after_a_pause_that_no_commit_ends() throws InterruptedException {
        assertThat(betweenTries(new IllegalStateException("Kafka is away")))
                .isGreaterThanOrEqualTo(settings.retryInterval().minusMillis(10));
    }

    @Test
    void an_error_does_not_end_the_relay() throws InterruptedException {
        assertThat(betweenTries(new OutOfMemoryError("of a test")))
                .isGreaterThanOrEqualTo(settings.retryInterval().minusMillis(10));
    }
}
