package dev.plumbline.kit.inbox;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.outbox.DeadLetterRows;
import dev.plumbline.kit.topics.TopicsSettings;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where records go that can never be used: kept in a table for operators and published to
 * {@code plumbline.<service>.dead-letters.v1} as they came, with the reason and where they stood in headers. Once per
 * record, however often it is read. One that was redriven, and is refused again, waits again.
 */
@Startup
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final String INSERT = """
            insert into dead_letter
                (id, topic, kafka_partition, kafka_offset, record_key, headers, payload, payload_sha256, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (topic, kafka_partition, kafka_offset, payload_sha256)
                do update set status = 'WAITING', reason = excluded.reason where dead_letter.status = 'REDRIVEN'
            returning redrives""";

    private final AgroalDataSource dataSource;
    private final DeadLetterRows rows;
    private final MeterRegistry meters;
    private final String topic;

    DeadLetters(
            AgroalDataSource dataSource,
            DeadLetterRows rows,
            TopicsSettings topics,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.dataSource = dataSource;
        this.rows = rows;
        this.meters = meters;
        this.topic = topicOf(service);
        // From the start on, at 0: what first shows as 1 has never risen, for those who watch.
        topics.sources().keySet().forEach(this::counter);
    }

    /** The dead-letter topic of a service. */
    public static String topicOf(String service) {
        return "plumbline." + service + ".dead-letters.v1";
    }

    /**
     * Sets a record aside, in the current transaction.
     *
     * @param reason what is wrong with it; no personal data, no content of the record
     */
    public void add(ConsumerRecord<String, byte[]> record, String reason) {
        byte[] key = record.key() == null ? null : RecordKey.bytes(record.key());
        if (!isNew(record, key, reason)) {
            return;
        }
        rows.append(topic, key, record, reason);
        counter(record.topic()).increment();
        LOG.warnf("Dead letter: %s/%d/%d: %s", record.topic(), record.partition(), record.offset(), reason);
    }

    private Counter counter(String of) {
        return Counter.builder("plumbline.dead.letters")
                .description("Records that could not be used")
                .tag("topic", of)
                .register(meters);
    }

    private boolean isNew(ConsumerRecord<String, byte[]> record, byte @Nullable [] key, String reason) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, Ids.next());
            insert.setString(2, record.topic());
            insert.setInt(3, record.partition());
            insert.setLong(4, record.offset());
            insert.setBytes(5, key);
            insert.setString(6, DeadLetterRows.encode(record.headers()));
            insert.setBytes(7, record.value());
            insert.setBytes(8, sha256(record.value() == null ? new byte[0] : record.value()));
            insert.setString(9, reason);
            try (ResultSet row = insert.executeQuery()) {
                // What is there already and was never redriven gives no row.
                return row.next() && row.getInt(1) == 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The dead letters cannot be written", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
