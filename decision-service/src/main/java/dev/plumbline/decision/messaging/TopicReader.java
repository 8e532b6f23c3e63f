package dev.plumbline.decision.messaging;

import dev.plumbline.decision.app.DecisionStream.PublishedEvent;
import dev.plumbline.decision.app.DecisionStream.Reader;
import dev.plumbline.kit.inbox.EnvelopeReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;

/** One reader of the decisions topic. */
final class TopicReader implements Reader {
    /** How long a reader waits for an event; a proxy between cuts connections that are silent for longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Consumer<String, byte[]> consumer;
    private final long[] nextOffsets;
    private final Runnable afterClose;
    private volatile boolean closed;
    private boolean released;

    /** @param nextOffsets where it begins, by partition */
    TopicReader(Consumer<String, byte[]> consumer, long[] nextOffsets, Runnable afterClose) {
        this.consumer = consumer;
        this.nextOffsets = nextOffsets;
        this.afterClose = afterClose;
    }

    @Override
    public synchronized String position() {
        return Arrays.stream(nextOffsets).mapToObj(Long::toString).collect(Collectors.joining("."));
    }

    @Override
    public synchronized List<PublishedEvent> next() {
        if (closed) {
            return List.of();
        }
        try {
            List<PublishedEvent> events = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : consumer.poll(PATIENCE)) {
                nextOffsets[record.partition()] = record.offset() + 1;
                String type = EnvelopeReader.typeOf(record);
                if (type != null && record.value() != null) {
                    events.add(
                            new PublishedEvent(type, new String(record.value(), StandardCharsets.UTF_8), position()));
                }
            }
            return events;
        } catch (WakeupException e) {
            if (closed) {
                return List.of();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        release();
    }

    private synchronized void release() {
        if (!released) {
            released = true;
            consumer.close();
            afterClose.run();
        }
    }
}
