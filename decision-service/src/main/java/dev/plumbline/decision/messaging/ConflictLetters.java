package dev.plumbline.decision.messaging;

import dev.plumbline.kit.inbox.DeadLetters;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters of facts that came twice with one revision and different content: the greater SHA-256 is set aside. A
 * record that came with it is set aside as it came. Of a content that had been taken before only what it says is kept: it
 * is set aside without the attributes of an event, for it is none, and those of the record that it gave way to are not its
 * own.
 */
final class ConflictLetters {
    private static final byte[] JSON = "application/json".getBytes(StandardCharsets.US_ASCII);

    private ConflictLetters() {}

    /**
     * Sets the weaker content aside.
     *
     * @param record the one that came
     * @param replaced what is kept of the content that had been taken before and gave way to {@code record}, as JSON; null
     *     where that one stays
     */
    static void add(DeadLetters deadLetters, ConsumerRecord<String, byte[]> record, byte @Nullable [] replaced) {
        if (replaced == null) {
            deadLetters.add(record, "another content of this revision is known, and its SHA-256 is smaller");
        } else {
            deadLetters.add(
                    content(record, replaced),
                    "what is kept of a content that was taken before: it gave way to that of the record at this offset,"
                            + " which has the same revision and a smaller SHA-256");
        }
    }

    private static ConsumerRecord<String, byte[]> content(ConsumerRecord<String, byte[]> record, byte[] value) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                record.serializedKeySize(),
                value.length,
                record.key(),
                value,
                new RecordHeaders().add("content-type", JSON),
                record.leaderEpoch());
    }
}
