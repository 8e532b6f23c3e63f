package dev.plumbline.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Makes the outbox row of a dead letter: the record as it came, and four headers more. */
@ApplicationScoped
public class DeadLetterRows {
    private final Outbox outbox;

    DeadLetterRows(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Appends the record to the outbox for the dead-letter topic, under its key as it came. */
    public void append(String topic, byte @Nullable [] key, ConsumerRecord<String, byte[]> record, String reason) {
        List<Header> headers = new ArrayList<>();
        record.headers().forEach(headers::add);
        headers.add(header("dead-letter-reason", reason));
        headers.add(header("dead-letter-topic", record.topic()));
        headers.add(header("dead-letter-partition", String.valueOf(record.partition())));
        headers.add(header("dead-letter-offset", String.valueOf(record.offset())));
        outbox.appendRows(List.of(new OutboxRow(topic, key, RecordHeaders.encode(headers), record.value())));
    }

    /** The headers of a record as one text. */
    public static String encode(Headers headers) {
        return RecordHeaders.encode(headers);
    }

    /** The headers that {@link #encode} wrote. */
    public static List<Header> decode(String encoded) {
        return RecordHeaders.decode(encoded);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
