package dev.plumbline.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sends records in their order, and none behind one of the same partition that was refused or given up: with one request
 * under way at a time, the producer is closed from inside the callback of the first failure, before it takes up anything
 * else. Else the broker would get what stands behind it first, and consumers a key's later record before its earlier one, which
 * is sent again.
 *
 * <p>What may still get there is of other partitions: a request that is under way to another broker; and where a record is
 * given up because its time is over ({@code delivery.timeout.ms}), the requests that the producer had made ready in the same
 * pass, before it looked at the time, that very record's among them. It is sent again then: a duplicate, and behind it what
 * stood behind it.
 */
final class SendInOrder {
    private final Producer<byte[], byte[]> producer;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private volatile boolean isBroken;

    /** @param producer with one request in flight at most; after a failure it is of no use any more */
    SendInOrder(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * What came of it.
     *
     * @param acknowledged how many, from the first on, the broker has
     * @param failure why it has no more of them; null where it has all
     */
    record Sent(int acknowledged, @Nullable ExecutionException failure) {}

    Sent send(List<ProducerRecord<byte[], byte[]>> records) throws InterruptedException {
        Thread caller = Thread.currentThread();
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(records.size());
        for (ProducerRecord<byte[], byte[]> record : records) {
            if (isBroken) {
                break;
            }
            try {
                acknowledgements.add(producer.send(record, (metadata, failure) -> settle(failure, caller)));
            } catch (IllegalStateException | KafkaException e) {
                // Closed by a failure since it was looked at; what has failed says so below.
                if (!isBroken) {
                    throw e;
                }
            }
        }
        producer.flush();
        int acknowledged = 0;
        try {
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
                acknowledged++;
            }
            return new Sent(acknowledged, null);
        } catch (ExecutionException e) {
            return new Sent(acknowledged, e);
        }
    }

    /** Whether something has failed, and so nothing more can be sent. */
    boolean isBroken() {
        return isBroken;
    }

    private void settle(@Nullable Exception failure, Thread caller) {
        if (failure != null) {
            isBroken = true;
            // What the producer itself refuses, it does so before anything behind it was handed over.
            // Closing fails all that it still holds, each with a call of this: once is enough.
            if (Thread.currentThread() != caller && isClosed.compareAndSet(false, true)) {
                producer.close(Duration.ZERO);
            }
        }
    }
}
