package dev.plumbline.decision.messaging;

import dev.plumbline.kit.inbox.DeadLetters;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Dead letters of facts that came twice with one revision and different content: the greater SHA-256 is set aside. */
final class ConflictLetters {
    private ConflictLetters() {}

    /**
     * Sets the weaker content aside.
     *
     * @param record the one that came
     * @param replaced the content that had been taken before and gave way to {@code record}; null where that one stays
     */
    static void add(DeadLetters deadLetters, ConsumerRecord<String, byte[]> record, byte @Nullable [] replaced) {
        if (replaced == null) {
            deadLetters.add(record, "another content of this revision is known, and its SHA-256 is smaller");
        } else {
            deadLetters.add(
                    withValue(record, replaced),
                    "this content, taken before, gave way to that of the record at this offset: same revision, but a"
                            + " smaller SHA-256");
        }
    }

    private static ConsumerRecord<String, byte[]> withValue(ConsumerRecord<String, byte[]> record, byte[] value) {
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
                record.headers(),
                record.leaderEpoch());
    }
}
