package dev.plumbline.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.tracing.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An inbox of its own, so that the application's goes on. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class StoppingInboxTest {
    @Inject
    EnvelopeReader envelopes;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Traces traces;

    @Inject
    DataSource database;

    private final String key = UUID.randomUUID().toString();
    private Inbox inbox;

    @BeforeEach
    void open() {
        inbox = new Inbox(envelopes, deadLetters, traces, new SimpleMeterRegistry());
    }

    private List<ConsumerRecord<String, byte[]>> batch() {
        ProducerRecord<String, byte[]> event = TestKafka.event(
                "incoming.v1",
                key,
                "thing.came",
                "/plumbline/sender",
                UUID.randomUUID().toString(),
                "{}");
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>("incoming.v1", 0, Math.abs(key.hashCode()), key, event.value());
        event.headers().forEach(header -> record.headers().add(header));
        return List.of(record);
    }

    private static void fail(List<InboundEvent> events) {
        throw new IllegalStateException("EntityManagerFactory is closed, " + events.size() + " left");
    }

    private long deadLetters() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select count(*) from dead_letter where record_key = ?")) {
            query.setBytes(1, RecordKey.bytes(key));
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Test
    void what_fails_while_the_service_stops_is_given_back() throws SQLException {
        inbox.stop(new ShutdownEvent());
        assertThatThrownBy(() -> inbox.consumeBatch(batch(), StoppingInboxTest::fail))
                .hasMessage("EntityManagerFactory is closed, 1 left");
        assertThat(deadLetters()).isZero();
    }

    @Test
    void what_fails_while_the_service_goes_on_is_set_aside() throws SQLException {
        inbox.consumeBatch(batch(), StoppingInboxTest::fail);
        assertThat(deadLetters()).isEqualTo(1);
    }

    @Test
    void what_has_transactions_of_its_own_is_done_outside_of_the_batch_s() {
        List<Integer> status = new ArrayList<>();

        inbox.consumeBatch(
                batch(),
                events -> status.add(QuarkusTransaction.getStatus()),
                read -> status.add(QuarkusTransaction.getStatus()));

        assertThat(status).containsExactly(Status.STATUS_ACTIVE, Status.STATUS_NO_TRANSACTION);
    }

    @Test
    void what_fails_outside_of_the_batch_s_transaction_is_set_aside_too() throws SQLException {
        inbox.consumeBatch(batch(), List::copyOf, StoppingInboxTest::fail);
        assertThat(deadLetters()).isEqualTo(1);
    }
}
